"""A long list of firms that do not exist, as the same CSV every time."""

from random import Random

_SYLLABLES = """
Minh Long Phát Thịnh Hoàng Gia Kim Ngân An Bình Đức Tâm Thiên Phú Quý Lộc Hưng Vương Đại Việt Tân
Thành Nam Bắc Đông Tây Sơn Thủy Mộc Tre Lam Sen Đào Mai Lan Cúc Trúc Hồng Xuân Thu Hạ Nhật Nguyệt
Tinh Tú Hải Giang Hà
""".split()  # noqa: SIM905  # a list of words is read more easily so
_FORMS = ("Công ty TNHH {}", "Công ty Cổ phần {}", "{} Co., Ltd", "Doanh nghiệp tư nhân {}", "{} JSC")
_GOODS = ("Đồ gỗ", "Gốm sứ", "Da giày", "Cơ khí", "Nội thất; Đồ gỗ", "Dệt may", "Nông sản")
_COUNTRIES = ("VN", "Việt Nam", "Hàn Quốc", "Japan", "Hà Lan", "中国")


def long_list(count: int, *, seed: int = 7) -> bytes:
    """``count`` rows: ids, names in several forms, every third with a tax code, every other with a website."""
    random, names = Random(seed), set[str]()  # noqa: S311  # a made-up list, no secret
    while len(names) < count:
        names.add(" ".join(random.sample(_SYLLABLES, 4)))
    rows = ["ID;Tên doanh nghiệp;Mã số thuế;Quốc gia;Ngành hàng;Website;Email;Giới thiệu"]
    for number, name in enumerate(sorted(names)):
        cells = (
            f"F-{number:05d}",
            random.choice(_FORMS).format(name),
            f"01{number:08d}" if number % 3 == 0 else "",
            random.choice(_COUNTRIES),
            f'"{random.choice(_GOODS)}"',
            f"https://www.firm-{number}.example/vi" if number % 2 == 0 else "",
            f"info@firm-{number}.example",
            "Sản xuất và xuất khẩu, không có thật.",
        )
        rows.append(";".join(cells))
    return "\n".join(rows).encode()
