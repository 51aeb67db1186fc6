import pytest


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/measures/7/",
        "/obligations/",
        "/obligations/o-rest-P1/",
        "/facts/attendance/A1/",
        "/set-aside/",
        "/measures/1/",
    ],
)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_ok(client, loaded, path, prefix):
    r = client.get(prefix + path)
    assert r.status_code == 200
