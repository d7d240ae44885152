"""What the program says, in English and in Vietnamese. It is run where no catalogue of messages is."""

from __future__ import annotations

LANGUAGES = ("en", "vi")
LINES = {
    "READ": ("The bundle can be read", "Đọc được gói dữ liệu"),
    "FORMAT": ("The list of files is complete and in its form", "Danh mục tệp đầy đủ và đúng dạng"),
    "LISTED": ("The file is the one that was packed", "Tệp đúng là tệp đã được đóng gói"),
    "UNLISTED": ("The file was added by somebody", "Tệp do người khác thêm vào"),
    "SIGNED": ("The list of files is signed", "Danh mục tệp đã được ký"),
    "KEY": ("The key is signed by the key before it", "Khóa được khóa trước ký xác nhận"),
    "ROOT": (
        "The root of the day is signed and names the day before",
        "Gốc của ngày đã được ký và nối với ngày liền trước",
    ),
    "INCLUDED": (
        "It was recorded by that day and says the same now",
        "Đã được ghi nhận muộn nhất trong ngày đó và nội dung không đổi",
    ),
    "READABLE": ("The readable form says what was recorded", "Bản để đọc đúng với nội dung đã ghi"),
    "HASH": ("It is whole and has its EPCIS event hash", "Sự kiện đầy đủ và đúng mã băm EPCIS"),
    "PARTLY": (
        "Some fields are withheld; those shown are proven",
        "Một số trường được giữ kín; các trường hiện ra đã được chứng minh",
    ),
    "FILE": ("The photo or paper is the one that was recorded", "Ảnh hoặc giấy tờ đúng là bản đã ghi nhận"),
    "KEPT_FILE": ("The roots you have kept can be read", "Đọc được tệp gốc bạn đã lưu"),
    "KEPT": ("The root is the one you have kept", "Gốc đúng với bản bạn đã lưu"),
    "KEPT_KEY": ("The key is the one you have kept", "Khóa đúng với bản bạn đã lưu"),
}
MARKS = {True: ("holds", "đúng"), False: ("DOES NOT HOLD", "SAI"), None: ("not proven yet", "chưa chứng minh")}
ALL_HOLDS = ("Everything holds: %d checks.", "Tất cả đều đúng: %d phép kiểm tra.")
SOME_OPEN = (
    "Nothing is wrong, but %d of %d checks are not proven yet.",
    "Không có gì sai, nhưng %d trên %d phép kiểm tra chưa chứng minh được.",
)
BROKEN = (
    "%d of %d checks do not hold. Do not rely on this bundle.",
    "%d trên %d phép kiểm tra không đúng. Đừng tin vào gói dữ liệu này.",
)
NOT_COMPARED = (
    "The keys are only those of this bundle: save the published roots yourself and compare them with --roots FILE.",
    "Khóa chỉ lấy từ chính gói này: hãy tự lưu các gốc đã công bố rồi so sánh bằng --roots TỆP.",
)
USAGE = (
    "Usage: python verify.py [BUNDLE.zip or folder] [--roots FILE] [--lang en|vi]",
    "Cách dùng: python verify.py [GÓI.zip hoặc thư mục] [--roots TỆP] [--lang en|vi]",
)
