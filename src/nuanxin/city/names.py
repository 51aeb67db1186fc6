"""Names of people from common surnames and given-name characters; nobody in particular."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from nuanxin.city.columns import blank, words
from nuanxin.city.streams import Ints, chance

SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
    "姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱江尹薛闫段雷侯龙陶黎贺顾毛郝龚邵万钱严"
)
WOMEN = "雅静丽娟敏婷雪慧颖佳欣怡琳洁莉芳兰梅玉晓雨思梦诗涵若溪宁岚秋月云霞燕萍红艳薇蕾琪瑶"
MEN = "伟强磊军洋勇杰涛明超刚平辉鹏华飞波斌宇浩然志远博文建国海峰林东晨阳子轩俊哲立恒瑞霖"
SHARED = "安乐嘉世春清一和新景承家知行成书永"


def person_names(rng: np.random.Generator, male: Ints, surname: Ints | None = None) -> pa.Array:
    """A name for each person; ``male`` is 1 or 0, ``surname`` an index into SURNAMES if given."""
    size = len(male)
    weights = 1 / (np.arange(len(SURNAMES)) + 6.0)
    drawn = rng.choice(len(SURNAMES), size=size, p=weights / weights.sum())
    first = _given(rng, male)
    second = blank(_given(rng, male), ~chance(rng, 0.82, size))
    family = words(SURNAMES, drawn if surname is None else surname)
    return pc.binary_join_element_wise(
        family, first, second, "", null_handling="replace", null_replacement=""
    )


def _given(rng: np.random.Generator, male: Ints) -> pa.Array:
    women, men = WOMEN + SHARED, MEN + SHARED
    drawn = rng.random(len(male))
    place = np.where(male > 0, len(women) + (drawn * len(men)), drawn * len(women))
    return words(women + men, place.astype(np.int64))
