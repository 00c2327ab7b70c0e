"""Short texts of our own in several languages, for tests of decoding."""

SIMPLIFIED = (
    "这个词的意思，要看它常和哪些词在一起。我们让机器读很多很多的书，它就慢慢知道了：国王和王后相近，苹果和梨相近。\n"
    "没有人告诉过它什么是水果，也没有人教过它什么是家；它只是看见这些字在相同的地方出现，于是把它们放在一起。\n"
)
TRADITIONAL = (
    "這個詞的意思，要看它常和哪些詞在一起。我們讓機器讀很多很多的書，它就慢慢知道了：國王和王后相近，蘋果和梨相近。\n"
    "沒有人告訴過它什麼是水果，也沒有人教過它什麼是家；它只是看見這些字在相同的地方出現，於是把它們放在一起。\n"
)
JAPANESE = (
    "この言葉の意味は、いつも一緒に使われる言葉を見れば分かります。私たちは機械にたくさんの本を読ませました。\n"
    "王様と女王は近く、リンゴとミカンも近いところに置かれます。誰も教えていないのに、機械は自分で気がつきました。\n"
)
KOREAN = (
    "이 낱말의 뜻은 늘 함께 쓰이는 낱말을 보면 알 수 있습니다. 우리는 기계에게 아주 많은 책을 읽게 했습니다.\n"
    "왕과 왕비는 가깝고 사과와 배도 가깝습니다. 아무도 가르쳐 주지 않았지만 기계는 스스로 알게 되었습니다.\n"
)
RUSSIAN = (
    "Смысл слова виден по тем словам, что стоят рядом с ним. Мы дали машине прочитать очень много книг, и она поняла.\n"
    "Король и королева оказались близко, яблоко и груша тоже. Никто её этому не учил, она заметила это сама.\n"
)
FRENCH = (
    "Le sens d'un mot se voit à ceux qui l'entourent. Nous avons fait lire à la machine énormément de livres :\n"
    "elle a découvert que le roi est près de la reine, et la pêche près du raisin. Où l'a-t-elle appris ? Ça alors !\n"
)
GERMAN = (
    "Was ein Wort heißt, sieht man an den Wörtern ringsum. Wir ließen die Maschine sehr viele Bücher lesen;\n"
    "sie fand heraus, dass König und Königin nah sind, und Äpfel neben Birnen. Das hat ihr niemand erklärt.\n"
)
POLISH = (
    "Znaczenie słowa widać po słowach, które stoją obok niego. Daliśmy maszynie do przeczytania bardzo dużo książek.\n"
    "Król i królowa znaleźli się blisko siebie, jabłko i gruszka również. Nikt jej tego nie uczył, zauważyła to sama.\n"
)
ENGLISH = (
    "You see what a word means by the words around it. We let the machine read a great many books, and slowly\n"
    "it found out that the king is near the queen, and the apple near the pear. Nobody had told it so.\n"
)
GREEK = (
    "Το νόημα μιας λέξης φαίνεται από τις λέξεις που βρίσκονται γύρω της. Δώσαμε στη μηχανή να διαβάσει πολλά βιβλία.\n"
    "Ο βασιλιάς και η βασίλισσα βρέθηκαν κοντά, το μήλο και το αχλάδι επίσης. Κανείς δεν της το είχε μάθει.\n"
)
HEBREW = (
    "את משמעות המילה רואים לפי המילים שסביבה. נתנו למכונה לקרוא הרבה מאוד ספרים, ולאט לאט היא הבינה.\n"
    "המלך והמלכה נמצאו קרובים, וגם התפוח והאגס. אף אחד לא לימד אותה את זה.\n"
)
ARABIC = (
    "يظهر معنى الكلمة من الكلمات التي حولها. تركنا الآلة تقرأ كتبا كثيرة جدا ففهمت شيئا فشيئا.\n"
    "وجدت الملك قريبا من الملكة والتفاحة قريبة من الكمثرى ولم يعلمها أحد ذلك.\n"
)
TURKISH = (
    "Bir kelimenin anlamı, çevresindeki kelimelerden anlaşılır. Makineye çok sayıda kitap okuttuk ve yavaş öğrendi.\n"
    "Kral ile kraliçe birbirine yakın çıktı, elma ile armut da öyle. Bunu ona hiç kimse öğretmemişti, kendisi gördü.\n"
)
THAI = (
    "ความหมายของคำดูได้จากคำที่อยู่รอบข้าง เราให้เครื่องอ่านหนังสือมากมาย และมันก็ค่อยๆ เข้าใจ\n"
    "พระราชาอยู่ใกล้พระราชินี แอปเปิลอยู่ใกล้ลูกแพร์ ไม่มีใครสอนมันเลย\n"
)
POEM = "床前明月光 疑是地上霜\n舉頭望明月 低頭思故鄉\n"
MIXED = ENGLISH + SIMPLIFIED + "我买了一件T恤和一台iPhone手机，don't worry。\n"
