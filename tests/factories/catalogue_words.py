"""Words of seven languages, in step with each other, to put names and descriptions of goods together from."""

LANGUAGES = ("vi", "en", "nl", "it", "zh-Hans", "ja", "ko")

KINDS = (
    ("bàn ăn", "dining table", "eettafel", "tavolo da pranzo", "餐桌", "ダイニングテーブル", "식탁"),
    ("ghế tựa", "chair", "stoel", "sedia", "椅子", "椅子", "의자"),
    ("ghế đẩu", "stool", "kruk", "sgabello", "凳子", "スツール", "스툴"),
    ("tủ quần áo", "wardrobe", "kledingkast", "armadio", "衣柜", "ワードローブ", "옷장"),
    ("kệ sách", "bookcase", "boekenkast", "libreria", "书架", "本棚", "책장"),
    ("giường ngủ", "bed", "bed", "letto", "床", "ベッド", "침대"),
    ("bàn trà", "coffee table", "salontafel", "tavolino", "茶几", "コーヒーテーブル", "커피 테이블"),
    ("khay trà", "tea tray", "theeblad", "vassoio", "茶盘", "茶盆", "찻쟁반"),
    ("bình hoa", "vase", "vaas", "vaso", "花瓶", "花瓶", "꽃병"),
    ("tranh treo tường", "wall picture", "wandschilderij", "quadro", "挂画", "壁掛け絵", "벽걸이 그림"),
    ("đèn lồng", "lantern", "lantaarn", "lanterna", "灯笼", "ランタン", "랜턴"),
    ("đèn bàn", "table lamp", "tafellamp", "lampada da tavolo", "台灯", "テーブルランプ", "탁상 램프"),
    ("hộp trang sức", "jewelry box", "sieradendoos", "portagioie", "首饰盒", "宝石箱", "보석함"),
    ("đĩa", "plate", "bord", "piatto", "盘子", "皿", "접시"),
    ("bát", "bowl", "kom", "ciotola", "碗", "ボウル", "그릇"),
    ("ấm trà", "teapot", "theepot", "teiera", "茶壶", "急須", "찻주전자"),
    ("giỏ đan", "basket", "mand", "cesto", "篮子", "かご", "바구니"),
    ("thảm", "rug", "kleed", "tappeto", "地毯", "ラグ", "러그"),
    ("gương", "mirror", "spiegel", "specchio", "镜子", "鏡", "거울"),
    ("kệ tivi", "tv stand", "tv-meubel", "mobile tv", "电视柜", "テレビ台", "티비장"),
    ("bàn làm việc", "desk", "bureau", "scrivania", "书桌", "デスク", "책상"),
    ("ghế sofa", "sofa", "bank", "divano", "沙发", "ソファ", "소파"),
    ("tượng", "statue", "beeld", "statua", "雕像", "彫像", "조각상"),
    ("thớt", "cutting board", "snijplank", "tagliere", "砧板", "まな板", "도마"),
    ("đũa", "chopsticks", "eetstokjes", "bacchette", "筷子", "箸", "젓가락"),
    ("túi xách", "handbag", "handtas", "borsa", "手提包", "ハンドバッグ", "핸드백"),
    ("giày", "shoes", "schoenen", "scarpe", "鞋", "靴", "신발"),
    ("chậu cây", "planter", "plantenbak", "fioriera", "花盆", "植木鉢", "화분"),
    ("khăn trải bàn", "tablecloth", "tafelkleed", "tovaglia", "桌布", "テーブルクロス", "식탁보"),
    ("nến thơm", "scented candle", "geurkaars", "candela profumata", "香薰蜡烛", "アロマキャンドル", "향초"),
)
MATERIALS = (
    ("gỗ sồi", "oak", "eiken", "rovere", "橡木", "オーク材", "참나무"),
    ("gỗ tràm", "acacia", "acacia", "acacia", "相思木", "アカシア材", "아카시아"),
    ("gỗ cao su", "rubberwood", "rubberhout", "legno di gomma", "橡胶木", "ゴムの木", "고무나무"),
    ("gỗ óc chó", "walnut", "walnoot", "noce", "胡桃木", "ウォールナット", "호두나무"),
    ("tre", "bamboo", "bamboe", "bambù", "竹", "竹", "대나무"),
    ("mây", "rattan", "rotan", "rattan", "藤", "ラタン", "라탄"),
    ("gốm", "ceramic", "keramisch", "ceramica", "陶瓷", "陶器", "도자기"),
    ("sơn mài", "lacquer", "gelakt", "lacca", "漆器", "漆塗り", "옻칠"),
    ("da bò", "leather", "leren", "pelle", "牛皮", "牛革", "소가죽"),
    ("lụa", "silk", "zijden", "seta", "丝绸", "シルク", "비단"),
    ("vải lanh", "linen", "linnen", "lino", "亚麻", "リネン", "리넨"),
    ("đá cẩm thạch", "marble", "marmeren", "marmo", "大理石", "大理石", "대리석"),
)
STYLES = (
    ("cổ điển", "classic", "klassiek", "classico", "古典", "クラシック", "클래식"),
    ("hiện đại", "modern", "modern", "moderno", "现代", "モダン", "모던"),
    ("thủ công", "handmade", "handgemaakt", "artigianale", "手工", "手作り", "수제"),
    ("mộc mạc", "rustic", "rustiek", "rustico", "质朴", "素朴な", "소박한"),
    ("gấp gọn", "folding", "opvouwbaar", "pieghevole", "折叠", "折りたたみ", "접이식"),
    ("tròn", "round", "rond", "rotondo", "圆形", "丸い", "둥근"),
    ("cao cấp", "premium", "luxe", "pregiato", "高级", "高級", "고급"),
    ("trẻ em", "children", "kinder", "bambini", "儿童", "子供用", "어린이"),
    ("ngoài trời", "outdoor", "buiten", "da esterno", "户外", "屋外", "야외"),
    ("chạm khắc", "carved", "gesneden", "intagliato", "雕刻", "彫刻", "조각"),
)
NAMES = {
    "vi": "{kind} {material} {style} {series}",
    "en": "{style} {material} {kind} {series}",
    "nl": "{style} {material} {kind} {series}",
    "it": "{kind} in {material} {style} {series}",
    "zh-Hans": "{style}{material}{kind} {series}",
    "ja": "{style}{material}の{kind} {series}",
    "ko": "{style} {material} {kind} {series}",
}
SENTENCES = {
    "vi": (
        "{kind} bằng {material} được làm tại xưởng ở Bình Dương, mỗi chiếc đều được kiểm tra trước khi đóng gói.",
        "Phong cách {style}, bề mặt hoàn thiện bằng tay, chịu được khí hậu nóng ẩm và vận chuyển đường dài.",
        "Có thể đặt kích thước riêng và khắc tên thương hiệu của người mua.",
    ),
    "en": (
        "This {kind} of {material} is made in our workshop in Binh Duong and checked piece by piece before packing.",
        "A {style} design, finished by hand, made for humid climates and for long transport.",
        "Own sizes and the buyer's brand are possible.",
    ),
    "nl": (
        "Deze {kind} van {material} wordt gemaakt in onze werkplaats en voor het inpakken stuk voor stuk nagekeken.",
        "Een {style} ontwerp, met de hand afgewerkt, geschikt voor een vochtig klimaat en lang vervoer.",
        "Eigen maten en het merk van de koper zijn mogelijk.",
    ),
    "it": (
        "Questo articolo ({kind}) in {material} nasce nel nostro laboratorio ed è controllato pezzo per pezzo.",
        "Stile {style}, finitura a mano, adatto a climi umidi e a lunghi trasporti.",
        "Sono possibili misure proprie e il marchio di chi compra.",
    ),
    "zh-Hans": (
        "这款{material}{kind}在平阳的作坊制作，包装前逐件检查。",
        "{style}风格，手工打磨，适合潮湿气候和长途运输。",
        "可定制尺寸和买家品牌。",
    ),
    "ja": (
        "この{material}の{kind}は工房で一つずつ作られ、梱包前に検品されます。",
        "{style}デザイン、手仕上げで、湿気と長距離輸送に耐えます。",
        "サイズの変更やお客様のブランドにも対応します。",
    ),
    "ko": (
        "이 {material} {kind}은 빈즈엉 공방에서 만들어 포장 전에 하나씩 검사합니다.",
        "{style} 디자인, 손으로 마감하여 습한 기후와 장거리 운송에 견딥니다.",
        "치수와 구매자 상표를 맞출 수 있습니다.",
    ),
}
