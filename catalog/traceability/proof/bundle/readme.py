"""What a reader of a bundle has to know, in English and in Vietnamese."""

README_EN = """\
HOW TO CHECK THIS BUNDLE

It holds the recorded events of one lot, and what you need to check that they were recorded when they say and
were not changed since. You need not trust the marketplace, and no network is used.

    python verify.py                                (in the unpacked folder, Python 3.9 or later)
    python verify.py BUNDLE.zip --roots trace-roots.json

Save trace-roots.json yourself, best long before you need it: {origin}/.well-known/trace-roots
The program may also be taken from there: {origin}/.well-known/trace-roots/verify.py

WHAT IS HERE
epcis.json             the events, as EPCIS 2.0 documents; withheld fields are missing
events/                each event in parts, each part with its salt, and its way up to the root of a day
files/                 photos and papers of steps, and their ways up to the root of a day
certificates/          certificates of the product as they are today; signed with this bundle, part of no day
roots.json, keys.json  the signed roots of days, and the keys they are signed with
manifest.json          every file with its hash; signed in manifest.signature.json

WHAT IS PROVEN
- Each event was in the marketplace's hands at the end of the day of its root, and says the same now.
- Where fields are withheld, those shown are still proven. Whoever is given a withheld field can prove it later.
- No day was rewritten since you saved its root.
WHAT IS NOT
- That an event is true: its author says so. Look at photos, papers and certificates, and ask.
- That no further event exists: this bundle has those that its reader may see.
- Events of today: their day has no root before it is over (UTC). The program calls them "not proven yet".
"""
README_VI = """\
CÁCH KIỂM TRA GÓI DỮ LIỆU NÀY

Gói chứa các sự kiện đã ghi của một lô hàng và mọi thứ cần để kiểm tra rằng chúng được ghi đúng thời điểm nêu ra
và không bị sửa từ đó đến nay. Bạn không cần tin vào sàn, và không cần kết nối mạng.

    python verify.py                                (trong thư mục đã giải nén, Python 3.9 trở lên)
    python verify.py GÓI.zip --roots trace-roots.json

Hãy tự lưu trace-roots.json, càng sớm càng tốt: {origin}/.well-known/trace-roots
Chương trình cũng có thể lấy từ đó: {origin}/.well-known/trace-roots/verify.py

TRONG GÓI CÓ
epcis.json             các sự kiện ở dạng EPCIS 2.0; trường được giữ kín thì không có
events/                từng sự kiện chia thành các phần, mỗi phần có muối riêng, và đường dẫn lên gốc của ngày
files/                 ảnh và giấy tờ của các công đoạn, và đường dẫn lên gốc của ngày
certificates/          chứng nhận của sản phẩm tính đến hôm nay; được ký cùng gói này, không thuộc ngày nào
roots.json, keys.json  gốc đã ký của các ngày và các khóa dùng để ký
manifest.json          mọi tệp cùng mã băm; được ký trong manifest.signature.json

ĐIỀU ĐƯỢC CHỨNG MINH
- Mỗi sự kiện đã nằm ở sàn vào cuối ngày của gốc đó và đến nay vẫn nói như vậy.
- Khi có trường được giữ kín, các trường hiện ra vẫn được chứng minh. Ai được trao trường đó có thể chứng minh sau.
- Không ngày nào bị viết lại kể từ khi bạn lưu gốc của ngày đó.
ĐIỀU KHÔNG ĐƯỢC CHỨNG MINH
- Rằng sự kiện là đúng sự thật: đó là lời của người ghi. Hãy xem ảnh, giấy tờ, chứng nhận và hỏi lại.
- Rằng không còn sự kiện nào khác: gói chỉ có những sự kiện mà người nhận được xem.
- Sự kiện của hôm nay: ngày chưa kết thúc (UTC) thì chưa có gốc. Chương trình ghi là "chưa chứng minh".
"""


def readmes(origin: str) -> dict[str, bytes]:
    """By their names in the bundle."""
    return {
        "README.txt": README_EN.replace("{origin}", origin).encode(),
        "HUONG-DAN.txt": README_VI.replace("{origin}", origin).encode(),
    }
