"""What consent is asked for, in plain words, and the provisions that read it."""

from __future__ import annotations

from dataclasses import dataclass

from nuanxin.policy.text import Text


@dataclass(frozen=True)
class Purpose:
    """A purpose; ``provisions`` are declined (waivers, see facts.md) while consent is withdrawn."""

    title: Text
    hint: Text
    provisions: tuple[str, ...] = ()


PURPOSES: dict[str, Purpose] = {
    "story": Purpose(
        Text("讲我的故事", "My story may be told"),
        Text(
            "不同意，就不能报道你；报道了算违反第十六条。",
            "Without it nothing may be published about you; if it is, measure 16 is breached.",
        ),
        ("M16-3",),
    ),
    "name": Purpose(
        Text("报道里写我的名字", "My name in a story"),
        Text("不同意，报道里只写单位和岗位。", "Without it a story names your unit and post only."),
    ),
    "photo": Purpose(
        Text("报道里用我的照片", "My photo in a story"),
        Text("不同意，就不用照片和视频。", "Without it no photo and no film is used."),
    ),
    "school": Purpose(
        Text("把孩子的情况交给入学安置", "My child's details for school placement"),
        Text(
            "不同意，就不安排入园、入学、中考的照顾，名额不保留。",
            "Without it no place or points are arranged for your child, and none is kept.",
        ),
        ("M13-2", "M13-3", "M13-4", "M13-5"),
    ),
}
PUBLICITY = ("story", "name", "photo")
"""What a publicity editor asks for."""
