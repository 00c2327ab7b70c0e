<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Open text…</source>
        <translation>打开文本(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>打开文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Open &amp;vectors…</source>
        <translation>打开词向量(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>单步(&amp;S)</translation>
    </message>
    <message>
        <source>St&amp;op</source>
        <translation>停止(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Reset to the same start</source>
        <translation>重置到同一起点(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Concordance of a word…</source>
        <translation>语境索引(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Lesson: word2vec step by step</source>
        <translation>课程：一步一步学 word2vec(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About w2v-gui</source>
        <translation>关于 w2v-gui(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Like the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Built-in sa&amp;mples</source>
        <translation>内置样例(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save model or vectors…</source>
        <translation>保存模型或词向量(&amp;S)…</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Paste text</source>
        <translation>粘贴文本(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Continue a saved model…</source>
        <translation>继续训练已保存的模型(&amp;C)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Keys and pointer</source>
        <translation>快捷键与指针(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Hints</source>
        <translation>提示(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最近的词</translation>
    </message>
    <message>
        <source>mean cosine</source>
        <translation>平均余弦</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>count</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>How often the word occurs in the text that the vectors were learned from.</source>
        <translation>该词在学习这些向量所用的文本中出现的次数。</translation>
    </message>
    <message>
        <source>The words that are nearest to what was asked, without those that were asked.</source>
        <translation>与所问最接近的词，不含提问中的词。</translation>
    </message>
    <message>
        <source>The mean of the cosines of a word with the others: 1 is the same direction, 0 unrelated. The word with the lowest is the odd one out.</source>
        <translation>一个词与其余各词余弦的平均值：1 表示方向相同，0 表示无关。平均值最低的词就是不合群的词。</translation>
    </message>
    <message>
        <source>The product of the cosines with the words that are added, divided by those with the words that are subtracted; each cosine is moved to (1 + cos)/2 first. Levy and Goldberg 2014.</source>
        <translation>与各加项的余弦之积，除以与各减项的余弦之积；每个余弦先变换为 (1 + cos)/2。见 Levy 与 Goldberg 2014。</translation>
    </message>
    <message>
        <source>The cosine of the angle between the two vectors: 1 is the same direction, 0 unrelated.</source>
        <translation>两个向量夹角的余弦：1 表示方向相同，0 表示无关。</translation>
    </message>
    <message>
        <source>occurs {count} times</source>
        <translation>出现 {count} 次</translation>
    </message>
</context>
<context>
    <name>AskOptions</name>
    <message>
        <source>top {count}</source>
        <translation>前 {count} 个</translation>
    </message>
    <message>
        <source>list of {count}</source>
        <translation>限 {count} 词</translation>
    </message>
    <message>
        <source>None: all words are compared.</source>
        <translation>未限定：与所有词比较。</translation>
    </message>
    <message>
        <source>{known} of {count} are in the vocabulary.</source>
        <translation>{count} 个词中有 {known} 个在词表里。</translation>
    </message>
    <message>
        <source>Not there: {words}.</source>
        <translation>不在其中：{words}。</translation>
    </message>
    <message>
        <source>Not there: {words} and {more} more.</source>
        <translation>不在其中：{words}，另有 {more} 个。</translation>
    </message>
    <message>
        <source>Only words that occur at least so often are compared.</source>
        <translation>只与至少出现这么多次的词比较。</translation>
    </message>
    <message>
        <source>How often words occur is not known: the file of these vectors does not say it.</source>
        <translation>词频未知：这些向量的文件没有记录。</translation>
    </message>
    <message>
        <source>Nearest words, at most</source>
        <translation>最多显示的近邻数</translation>
    </message>
    <message>
        <source>Minimum count</source>
        <translation>最小词频</translation>
    </message>
    <message>
        <source>Sums and analogies</source>
        <translation>加减与类比</translation>
    </message>
    <message>
        <source>Only among these words</source>
        <translation>只在这些词中查找</translation>
    </message>
    <message>
        <source>Words nearest to the sum of the unit vectors. Mikolov et al. 2013.</source>
        <translation>与单位向量之和最接近的词。见 Mikolov 等 2013。</translation>
    </message>
    <message>
        <source>Cosines are multiplied and divided instead of being added and subtracted, so that no large one of them decides alone. Levy and Goldberg 2014.</source>
        <translation>余弦相乘除而不是相加减，这样就不会由某一个较大的余弦独自决定结果。见 Levy 与 Goldberg 2014。</translation>
    </message>
    <message>
        <source>Type or paste words: one a line, or with commas</source>
        <translation>输入或粘贴词语：每行一个，或用逗号分隔</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Ask for “{word}”</source>
        <translation>查询“{word}”</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>正在比较…</translation>
    </message>
    <message>
        <source>Only the first {count} characters have been taken: a question can have no more.</source>
        <translation>只取了前 {count} 个字符：一个问题不能更长。</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Vectors are compared by the cosine of the angle between them. The nearest words are found among all, or among those that the options leave. A double click on a row asks on.</source>
        <translation>向量之间以夹角的余弦比较。最近的词在全部词中查找，或在选项所限定的词中查找。双击一行可继续追问该词。</translation>
    </message>
    <message>
        <source>Train a model or open vectors, and ask which words are near each other.</source>
        <translation>先训练模型或打开词向量，再来询问哪些词彼此接近。</translation>
    </message>
    <message>
        <source>A word, king − man + woman …</source>
        <translation>一个词，或 国王 − 男人 + 女人 …</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Empty the line (Esc)</source>
        <translation>清空输入行（Esc）</translation>
    </message>
    <message>
        <source>a word</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>words with + and −</source>
        <translation>用 + − 连接的词</translation>
    </message>
    <message>
        <source>a, b, c → odd one out</source>
        <translation>a，b，c → 找出不合群的词</translation>
    </message>
    <message>
        <source>Among which words</source>
        <translation>在哪些词中查找</translation>
    </message>
    <message>
        <source>How many words, how frequent ones, among which, and by which sum</source>
        <translation>显示多少词、最小词频、在哪些词中查找，以及用哪种加减方法</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
</context>
<context>
    <name>AtlasColouring</name>
    <message>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>cosine with {word}</source>
        <translation>与{word}的余弦</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
</context>
<context>
    <name>AtlasFind</name>
    <message>
        <source>No such word on the map.</source>
        <translation>地图上没有这样的词。</translation>
    </message>
    <message>
        <source>Find words on the map</source>
        <translation>在地图上查找词语</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>The word before (Shift+Return)</source>
        <translation>上一个词（Shift+Return）</translation>
    </message>
    <message>
        <source>The next word (Return)</source>
        <translation>下一个词（Return）</translation>
    </message>
</context>
<context>
    <name>AtlasPanel</name>
    <message>
        <source>count {count}</source>
        <translation>次数 {count}</translation>
    </message>
    <message>
        <source>truly nearest</source>
        <translation>真正最近的词</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>trust {part}</source>
        <translation>可信度 {part}</translation>
    </message>
    <message>
        <source>{share} % of variance</source>
        <translation>方差的 {share} %</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>Every point is a word. The wheel zooms, dragging moves, or turns a map of three dimensions; 0 shows everything again. With Shift dragging draws a box around words, with Alt a line. Resting on a word draws lines to the words that are truly nearest to it, in all dimensions. A double click asks about a word, the space bar pauses.</source>
        <translation>每个点是一个词。滚轮缩放，拖动则平移（三维地图则旋转），按 0 显示全部。按住 Shift 拖动可框选词语，按住 Alt 拖动可圈选。指针停在一个词上，就会画出连线，指向在全部维度中真正离它最近的词。双击查询该词，空格键暂停。</translation>
    </message>
    <message>
        <source>Trust {part}: how many of the {neighbours} nearest words on the map are near in all dimensions as well, and how near. 1: all neighbours here are neighbours there; 0.5: no better than chance. Measured on {sample} words.</source>
        <translation>可信度 {part}：地图上最近的 {neighbours} 个词，在全部维度中是否也相近、有多近。1：图上的近邻都是真正的近邻；0.5：与随机无异。依据 {sample} 个词测得。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Map of words</source>
        <translation>词语地图</translation>
    </message>
    <message>
        <source>Find words on the map (Ctrl+F)</source>
        <translation>在地图上查找词语（Ctrl+F）</translation>
    </message>
    <message>
        <source>Gather words in a box (Shift and drag)</source>
        <translation>框选词语（Shift 加拖动）</translation>
    </message>
    <message>
        <source>Gather words by drawing around them (Alt and drag)</source>
        <translation>圈选词语（Alt 加拖动）</translation>
    </message>
    <message>
        <source>Three dimensions: drag to turn the map, with Shift to move it</source>
        <translation>三维：拖动旋转地图，按住 Shift 平移</translation>
    </message>
    <message>
        <source>Three dimensions</source>
        <translation>三维</translation>
    </message>
    <message>
        <source>Iteration {number} of {all}</source>
        <translation>第 {number} / {all} 次迭代</translation>
    </message>
    <message>
        <source>Train a model or open vectors: every word is a point here, and similar words lie near each other.</source>
        <translation>训练模型或打开词向量后，每个词都是这里的一个点，相似的词彼此靠近。</translation>
    </message>
    <message>
        <source>not begun: still PCA</source>
        <translation>尚未开始，仍为 PCA</translation>
    </message>
    <message>
        <source>iteration {number} of {all}</source>
        <translation>第 {number} / {all} 次迭代</translation>
    </message>
</context>
<context>
    <name>AtlasSettings</name>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Where chance comes in, the same seed gives the same map. What another seed changes was chance, too.</source>
        <translation>凡涉及随机之处，种子相同，地图就相同。换一个种子后变了的，也只是偶然。</translation>
    </message>
    <message>
        <source>Another seed</source>
        <translation>换一个种子</translation>
    </message>
</context>
<context>
    <name>AtlasTools</name>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Ask about a word first: then the map can show how similar all others are.</source>
        <translation>请先查询一个词，地图才能显示其他词与它有多相似。</translation>
    </message>
    <message>
        <source>All {count} words</source>
        <translation>全部 {count} 个词</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>全部词语</translation>
    </message>
    <message>
        <source>One colour</source>
        <translation>单一颜色</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Principal components: the directions in which the words differ most. At once.</source>
        <translation>主成分：词语差异最大的方向。立即完成。</translation>
    </message>
    <message>
        <source>t-SNE: keeps together what is near, and lets the rest fall where it may: distances between groups, and their sizes, say little.</source>
        <translation>t-SNE：让相近的词待在一起，其余的随其所至；各群之间的距离和各群的大小说明不了什么。</translation>
    </message>
    <message>
        <source>UMAP: keeps together what is near, and something of the larger arrangement.</source>
        <translation>UMAP：让相近的词待在一起，并保留一部分整体布局。</translation>
    </message>
    <message>
        <source>Not installed. To add it:  pip install &quot;w2v-gui[umap]&quot;</source>
        <translation>尚未安装。安装方法：pip install &quot;w2v-gui[umap]&quot;</translation>
    </message>
    <message>
        <source>How the map is made</source>
        <translation>地图的生成方法</translation>
    </message>
    <message>
        <source>How many words are on the map: the most frequent ones</source>
        <translation>地图上有多少个词（取最常见的）</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>颜色表示什么</translation>
    </message>
    <message>
        <source>Settings of the map, and its seed</source>
        <translation>地图的设置和种子</translation>
    </message>
</context>
<context>
    <name>BookmarkTools</name>
    <message>
        <source>Forget this question</source>
        <translation>取消收藏此问题</translation>
    </message>
    <message>
        <source>Keep this question</source>
        <translation>收藏此问题</translation>
    </message>
    <message>
        <source>Questions that are kept</source>
        <translation>收藏的问题</translation>
    </message>
    <message>
        <source>None yet: the star keeps a question</source>
        <translation>还没有：点星标可收藏问题</translation>
    </message>
</context>
<context>
    <name>BothLines</name>
    <message>
        <source>the most telling {count} of {total} lines</source>
        <translation>{total} 行中最能说明问题的 {count} 行</translation>
    </message>
    <message>
        <source>{count} lines with “{context}”</source>
        <translation>含“{context}”的 {count} 行</translation>
    </message>
    <message>
        <source>Back to the most telling lines</source>
        <translation>回到最能说明问题的行</translation>
    </message>
    <message>
        <source>The most telling lines · {first} and {second}</source>
        <translation>最能说明问题的行 · {first} 与 {second}</translation>
    </message>
    <message>
        <source>Lines with “{context}” · {first} and {second}</source>
        <translation>含“{context}”的行 · {first} 与 {second}</translation>
    </message>
</context>
<context>
    <name>CandidateModel</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Found out from the bytes, for each file by itself.</source>
        <translation>根据字节判断，每个文件分别判断。</translation>
    </message>
    <message>
        <source>{share} % undecodable</source>
        <translation>{share} % 无法解码</translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Back to the page</source>
        <translation>回到页面</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>保存为 PNG…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>保存为 SVG…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>复制为 TSV</translation>
    </message>
    <message>
        <source>Back to the page (Esc)</source>
        <translation>回到页面（Esc）</translation>
    </message>
    <message>
        <source>{title}: enlarge, save, copy</source>
        <translation>{title}：放大、保存、复制</translation>
    </message>
</context>
<context>
    <name>ConcordanceHeader</name>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Words before</source>
        <translation>上文</translation>
    </message>
    <message>
        <source>Words after</source>
        <translation>下文</translation>
    </message>
    <message>
        <source>Sort by the place in the text, counted in words</source>
        <translation>按在文中的位置排序（以词计）</translation>
    </message>
    <message>
        <source>Sort by the words before, the nearest first</source>
        <translation>按上文排序，从最近的词看起</translation>
    </message>
    <message>
        <source>Sort by the words after, the nearest first</source>
        <translation>按下文排序，从最近的词看起</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词</translation>
    </message>
</context>
<context>
    <name>ConcordancePanel</name>
    <message>
        <source>Type a word above, or choose one in another card.</source>
        <translation>在上方输入一个词，或在其他卡片中选一个词。</translation>
    </message>
    <message>
        <source>These words do not stand side by side in the open text.</source>
        <translation>在当前文本中，这些词没有这样连在一起出现过。</translation>
    </message>
    <message>
        <source>By place in the text</source>
        <translation>按文中位置</translation>
    </message>
    <message>
        <source>By the words before</source>
        <translation>按上文</translation>
    </message>
    <message>
        <source>By the words after</source>
        <translation>按下文</translation>
    </message>
    <message>
        <source>Order of the lines</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Go on across sentence borders</source>
        <translation>上下文跨越句界</translation>
    </message>
    <message>
        <source>Show in the text</source>
        <translation>在文本中显示</translation>
    </message>
    <message>
        <source>Walk through this pair</source>
        <translation>逐步演算这一对</translation>
    </message>
    <message>
        <source>Copy line</source>
        <translation>复制这一行</translation>
    </message>
    <message>
        <source>{count} lines so far</source>
        <translation>已找到 {count} 行</translation>
    </message>
    <message>
        <source>sorting…</source>
        <translation>正在排序…</translation>
    </message>
    <message>
        <source>{shown} of {count} lines of “{word}” · a random sample, seed 1</source>
        <translation>“{word}”共 {count} 行，显示 {shown} 行 · 随机抽样，种子 1</translation>
    </message>
    <message>
        <source>1 line of “{word}”</source>
        <translation>“{word}”共 1 行</translation>
    </message>
    <message>
        <source>{count} lines of “{word}”</source>
        <translation>“{word}”共 {count} 行</translation>
    </message>
    <message>
        <source>“{word}” is not in the open text.</source>
        <translation>当前文本中没有“{word}”。</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>语境索引</translation>
    </message>
    <message>
        <source>Open a text, and every place at which a word stands in it can be seen here.</source>
        <translation>打开文本后，可以在这里查看一个词在文中的每一处出现及其上下文。</translation>
    </message>
    <message>
        <source>Lines of the concordance</source>
        <translation>索引行</translation>
    </message>
    <message>
        <source>Words that stand near it</source>
        <translation>常在它附近出现的词</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>程序出错了</translation>
    </message>
    <message>
        <source>Something unexpected happened: {error}</source>
        <translation>出现了意外的错误：{error}</translation>
    </message>
    <message>
        <source>The window stays open: go on, or save what you have and quit. Nothing has been sent to anyone.</source>
        <translation>窗口不会关闭：可以继续使用，也可以保存后退出。没有向任何人发送任何内容。</translation>
    </message>
    <message>
        <source>Report: {path}</source>
        <translation>报告：{path}</translation>
    </message>
    <message>
        <source>No report could be written to {path}.</source>
        <translation>无法在 {path} 写入报告。</translation>
    </message>
    <message>
        <source>Traceback</source>
        <translation>错误回溯</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Open &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Errors since then: {count}, of {kinds} kinds in all.</source>
        <translation>此后又出现 {count} 个错误，共 {kinds} 种。</translation>
    </message>
</context>
<context>
    <name>DetailTable</name>
    <message>
        <source>pair</source>
        <translation>词对</translation>
    </message>
    <message>
        <source>Those first whose places differ most.</source>
        <translation>名次相差最大的排在最前。</translation>
    </message>
    <message>
        <source>judged</source>
        <translation>人评</translation>
    </message>
    <message>
        <source>How similar people found the words, on the scale of the test set.</source>
        <translation>人对两个词相似程度的打分，采用测试集自己的尺度。</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>How similar the vectors are.</source>
        <translation>两个向量有多相似。</translation>
    </message>
    <message>
        <source>place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>The place of the pair by the judgements → by the cosines; 1 is the most similar.</source>
        <translation>这一词对按人评的名次 → 按余弦的名次；1 为最相似。</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>b is to a as what is to c? Answered wrongly by 3CosAdd.</source>
        <translation>b 之于 a，正如什么之于 c？3CosAdd 答错的题。</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正解</translation>
    </message>
    <message>
        <source>The answer of the test set.</source>
        <translation>测试集给出的答案。</translation>
    </message>
    <message>
        <source>The nearest word to b − a + c.</source>
        <translation>离 b − a + c 最近的词。</translation>
    </message>
    <message>
        <source>The word with the largest cos(b)·cos(c) / (cos(a) + 0.001).</source>
        <translation>使 cos(b)·cos(c) / (cos(a) + 0.001) 最大的词。</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>Words of the test set that take no part.</source>
        <translation>测试集中没有参加评测的词。</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>How many pairs or questions are lost by it.</source>
        <translation>因为缺这个词而无法评测的词对或问题数。</translation>
    </message>
    <message>
        <source>why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Whether there is no vector, or the word is too rare to take part.</source>
        <translation>是没有向量，还是词太罕见而未参加。</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>罕见</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>无向量</translation>
    </message>
    <message>
        <source>It has a vector, but is not among the first words, to which analogies are restricted.</source>
        <translation>它有向量，但不在类比题限定的前若干个词之内。</translation>
    </message>
</context>
<context>
    <name>DiagnosticsPanel</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>gradient norm · changed rows · learning rate</source>
        <translation>梯度范数 · 变化的行 · 学习率</translation>
    </message>
    <message>
        <source>How training goes about it. Measured only while this card is unfolded.</source>
        <translation>看训练是怎样进行的。只在展开时测量。</translation>
    </message>
    <message>
        <source>While the model learns, the size of its steps will be drawn here.</source>
        <translation>训练时，每步更新的大小会画在这里。</translation>
    </message>
    <message>
        <source>Measured only while this card is unfolded.</source>
        <translation>只在展开此卡片时测量。</translation>
    </message>
    <message>
        <source>Gradient norm, per word</source>
        <translation>梯度范数（每词）</translation>
    </message>
    <message>
        <source>Length of the mean gradient that a word leaves in W: ‖ΔW‖ / (α · words), taken over up to 512 rows spread evenly over the vocabulary, since the measurement before. Gradients that point in different directions cancel.</source>
        <translation>平均每读一个词在 W 中留下的梯度的长度：‖ΔW‖ / (α · 词数)，取词表中均匀分布的至多 512 行，从上次测量算起。方向不同的梯度会互相抵消。</translation>
    </message>
    <message>
        <source>Changed rows, %</source>
        <translation>变化的行（%）</translation>
    </message>
    <message>
        <source>Share of the same up to 512 rows of W in which any number has changed since the measurement before. Only the rows of words that have been read change: the rarer the words, the fewer.</source>
        <translation>在上述至多 512 行 W 中，自上次测量以来有数值变化的行所占的比例。只有读到的词，对应的行才会变化：词越罕见，变化的行越少。</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>学习率 α</translation>
    </message>
    <message>
        <source>The factor of every gradient step. It goes in a straight line from the rate at the start to the rate at the end; where both are the same, it stays the same.</source>
        <translation>每一步梯度更新所乘的系数，从开始时的学习率沿直线变到最终学习率；两者相等时保持不变。</translation>
    </message>
</context>
<context>
    <name>EncodingMenu</name>
    <message>
        <source>How “{name}” reads in each encoding</source>
        <translation>“{name}”在各种编码下的样子</translation>
    </message>
    <message>
        <source>For this file</source>
        <translation>只用于这个文件</translation>
    </message>
    <message>
        <source>For all files</source>
        <translation>用于所有文件</translation>
    </message>
    <message>
        <source>Looking at the file…</source>
        <translation>正在查看文件…</translation>
    </message>
    <message>
        <source>↑ ↓ compare · Enter chooses · Esc leaves</source>
        <translation>↑ ↓ 比较 · Enter 选定 · Esc 退出</translation>
    </message>
</context>
<context>
    <name>EncodingRow</name>
    <message>
        <source>Another encoding: the first lines are shown in each. Then the text is read again.</source>
        <translation>换一种编码：先显示开头几行在各种编码下的样子，选定后重新读取文本。</translation>
    </message>
    <message>
        <source>Encoding of {name}</source>
        <translation>{name} 的编码</translation>
    </message>
</context>
<context>
    <name>EquationPanel</name>
    <message>
        <source>Save the formula as PNG…</source>
        <translation>将公式存为 PNG…</translation>
    </message>
    <message>
        <source>Save the formula as SVG…</source>
        <translation>将公式存为 SVG…</translation>
    </message>
    <message>
        <source>Save the whole walk as HTML…</source>
        <translation>将整个推导过程存为 HTML…</translation>
    </message>
    <message>
        <source>Save the whole walk as PDF…</source>
        <translation>将整个推导过程存为 PDF…</translation>
    </message>
    <message>
        <source>The formula of each step, with the numbers of this pair, appears here.</source>
        <translation>这里显示每一步的公式，以及代入当前词对后的数值。</translation>
    </message>
    <message>
        <source>The formula as it stands in the derivation, then the same with the numbers of this pair, then what it means. Blue belongs to the input and W, orange to the output and W′. Numbers are rounded to three digits, or four from 1 on; they are computed in double precision.</source>
        <translation>先是推导中的公式，再代入当前词对的数值，最后说明它的含义。蓝色属于输入和 W，橙色属于输出和 W′。数值以双精度计算，显示时保留三位有效数字，1 以上保留四位。</translation>
    </message>
    <message>
        <source>Equation</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>Step {number} · {title}</source>
        <translation>第 {number} 步 · {title}</translation>
    </message>
    <message>
        <source>equation {number}</source>
        <translation>式 {number}</translation>
    </message>
</context>
<context>
    <name>EstimateView</name>
    <message>
        <source>ESTIMATE</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>{count} updates</source>
        <translation>{count} 次更新</translation>
    </message>
    <message>
        <source>Predictions, each of which moves the weights: {words} words to read, {each} predictions for each of them, counted while the speed was measured.</source>
        <translation>更新次数就是预测次数，每次预测都会改动权重：共读 {words} 个词，平均每个词预测 {each} 次（测速时数得）。</translation>
    </message>
    <message>
        <source>under 0:01</source>
        <translation>不到 0:01</translation>
    </message>
    <message>
        <source>At {speed} words/s: measured on this machine, with this text and these settings. Other programs that are at work make it longer.</source>
        <translation>按 {speed} 词/秒计算：用这份文本和这些设置，在这台电脑上实测。有其他程序在忙时会更久。</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
    <message>
        <source>Words to read: {tokens} in the text, read {epochs} times.</source>
        <translation>要读的词数：全文 {tokens} 个词，读 {epochs} 遍。</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>未测速</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>正在测速…</translation>
    </message>
    <message>
        <source>A little is trained on the side, to see how fast this machine is; it is thrown away.</source>
        <translation>在后台试训练一小段，看看这台电脑有多快；结果不保留。</translation>
    </message>
    <message>
        <source>The speed is not known yet.</source>
        <translation>速度还不知道。</translation>
    </message>
    <message>
        <source>{memory} of weights</source>
        <translation>权重占 {memory}</translation>
    </message>
    <message>
        <source>W and W′: {rows} rows of {dimensions} numbers of {bytes} bytes. The numbers of the words of the text take {ids} more.</source>
        <translation>W 和 W′：共 {rows} 行，每行 {dimensions} 个数，每个数 {bytes} 字节。文本中各词的编号另占 {ids}。</translation>
    </message>
</context>
<context>
    <name>ExamplesView</name>
    <message>
        <source>For example</source>
        <translation>例如</translation>
    </message>
    <message>
        <source>Which is the odd one out?</source>
        <translation>哪个词不合群？</translation>
    </message>
    <message>
        <source>What is to {c} as {b} is to {a}?</source>
        <translation>{a} 之于 {b}，正如 {c} 之于什么？</translation>
    </message>
    <message>
        <source>Its nearest words</source>
        <translation>与它最近的词</translation>
    </message>
    <message>
        <source>Arithmetic with vectors</source>
        <translation>向量加减</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Why near</source>
        <translation>为何相近</translation>
    </message>
    <message>
        <source>Missing word</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>Why near or missing word</source>
        <translation>为何相近或填空</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Characters</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>All that were read, spaces and punctuation included.</source>
        <translation>读到的全部字符，包括空格和标点。</translation>
    </message>
    <message>
        <source>Undecodable bytes</source>
        <translation>无法解码的字节</translation>
    </message>
    <message>
        <source>Bytes that are no characters in the encoding of their file, and were replaced.</source>
        <translation>在文件的编码中不对应任何字符、已被替换的字节。</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>句子</translation>
    </message>
    <message>
        <source>Lines, or paragraphs where lines are wrapped: no window reaches beyond one.</source>
        <translation>一行一句；若文本折行，则一段一句。窗口不会跨越句子。</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词次</translation>
    </message>
    <message>
        <source>Words in a row, each as often as it occurs.</source>
        <translation>按出现次数计的词数。</translation>
    </message>
    <message>
        <source>Stop words</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>Tokens that are passed over because they are in your list, and their share of all.</source>
        <translation>因在停用词表中而被跳过的词次，以及所占比例。</translation>
    </message>
    <message>
        <source>Different words</source>
        <translation>不同的词</translation>
    </message>
    <message>
        <source>Each counted once, however rare.</source>
        <translation>每个词只计一次，无论多么罕见。</translation>
    </message>
    <message>
        <source>Words kept</source>
        <translation>保留的词</translation>
    </message>
    <message>
        <source>Those that occur often enough: V, the rows of W and W′.</source>
        <translation>出现次数足够多的词：V，即 W 和 W′ 的行数。</translation>
    </message>
    <message>
        <source>Below min. count</source>
        <translation>低于最小词频</translation>
    </message>
    <message>
        <source>Words that are too rare to be learned, and the share of tokens that are such words.</source>
        <translation>太罕见而不参与学习的词，以及它们所占的词次比例。</translation>
    </message>
</context>
<context>
    <name>FileModel</name>
    <message>
        <source>Bytes that are no characters in this encoding, and were replaced: {count}.</source>
        <translation>在此编码中不对应任何字符、已被替换的字节：{count}。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>token {number}</source>
        <translation>第 {number} 个词</translation>
    </message>
    <message>
        <source>“{words}” do not follow each other in the text.</source>
        <translation>文本中没有连续出现“{words}”。</translation>
    </message>
    <message>
        <source>“{word}” is not in the text.</source>
        <translation>文本中没有“{word}”。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Did you mean: {words}?</source>
        <translation>是不是想找：{words}？</translation>
    </message>
    <message>
        <source>Find words in the text</source>
        <translation>在文本中查找</translation>
    </message>
    <message>
        <source>The place before (Shift+Return)</source>
        <translation>上一处（Shift+回车）</translation>
    </message>
    <message>
        <source>The next place (Return)</source>
        <translation>下一处（回车）</translation>
    </message>
</context>
<context>
    <name>FoldingCard</name>
    <message>
        <source>Unfold</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>FrequencyPanel</name>
    <message>
        <source>min. count {count}</source>
        <translation>最小词频 {count}</translation>
    </message>
    <message>
        <source>{count} words kept</source>
        <translation>保留 {count} 个词</translation>
    </message>
    <message>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>count</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>Word frequency</source>
        <translation>词频分布</translation>
    </message>
    <message>
        <source>count by rank</source>
        <translation>词频—排名</translation>
    </message>
    <message>
        <source>log–log</source>
        <translation>双对数</translation>
    </message>
    <message>
        <source>dotted: Zipf, 1/rank</source>
        <translation>点线：齐普夫定律，1/排名</translation>
    </message>
    <message>
        <source>How often words occur, the most frequent first; both axes by powers of ten. Words right of the dashed line occur less often than min. count and are passed over. In most languages the curve is nearly a straight line: the word of rank r occurs about 1/r times as often as the first (Zipf 1949), as the dotted line does. A click goes to the word in the vocabulary.</source>
        <translation>各词出现的次数，从最常见的词开始；两轴都是对数刻度。虚线右边的词达不到最小词频，会被跳过。在大多数语言里，这条曲线接近一条直线：排名为 r 的词，出现次数约为第一名的 1/r（Zipf 1949），如点线所示。点击曲线，即可在词表中找到该词。</translation>
    </message>
    <message>
        <source>Open a text: how frequent its words are will be plotted here.</source>
        <translation>打开一个文本后，这里会画出它的词频分布。</translation>
    </message>
    <message>
        <source>Count of words by rank</source>
        <translation>各排名的词频</translation>
    </message>
</context>
<context>
    <name>GatheredBar</name>
    <message>
        <source>‹ Back to all words</source>
        <translation>‹ 返回全部词语</translation>
    </message>
    <message>
        <source>Isolate</source>
        <translation>单独成图</translation>
    </message>
    <message>
        <source>Make a map of these words alone</source>
        <translation>只用这些词生成地图</translation>
    </message>
    <message>
        <source>Let go of these words (Esc)</source>
        <translation>取消选择（Esc）</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>The sentence of the derivation. Press Step (F10) to train a single window, and look what moves.</source>
        <translation>这是推导中的例句。按“单步”(F10) 只训练一个窗口，看看哪些数变了。</translation>
    </message>
    <message>
        <source>A small language with planted relations. Press Train (Ctrl+R) and watch it being learned.</source>
        <translation>这是一种预设了词间关系的小语言。按“训练”(Ctrl+R)，看模型怎样学会它。</translation>
    </message>
    <message>
        <source>Getting ready. Soon the loss falls, the colours take shape, and words that belong together meet.</source>
        <translation>正在准备。稍后损失会下降，色块逐渐成形，相关的词彼此靠近。</translation>
    </message>
    <message>
        <source>It is learning. Click a word in the map to watch its neighbours, or press Pause (Ctrl+R), then Step.</source>
        <translation>正在学习。点击地图中的词可关注它的近邻；也可以按“暂停”(Ctrl+R)，再按“单步”。</translation>
    </message>
    <message>
        <source>Paused. Step (F10) trains exactly one window; Reset brings back the very same start; Ctrl+R goes on.</source>
        <translation>已暂停。“单步”(F10) 只训练一个窗口；“重置”回到完全相同的起点；Ctrl+R 继续。</translation>
    </message>
    <message>
        <source>Learned. Type a word at the right to see its neighbours, or open a text of your own with Ctrl+O.</source>
        <translation>学完了。在右侧输入一个词，看看它的近邻；或者按 Ctrl+O 打开您自己的文本。</translation>
    </message>
    <message>
        <source>Stopped; what it has learned is kept. Train again with other settings, or open your own text (Ctrl+O).</source>
        <translation>已停止，学到的内容仍然保留。可以换一组设置重新训练，或者打开您自己的文本 (Ctrl+O)。</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Close the hints</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>Close; the Help menu brings the hints back.</source>
        <translation>关闭；可从“帮助”菜单重新打开提示。</translation>
    </message>
    <message>
        <source>Move the pointer over the text, or press the arrow keys: the window goes with it, centre orange, context blue. Below stands what training makes of it, pair by pair.</source>
        <translation>在文本上移动鼠标，或按方向键：窗口随之移动，中心词为橙色，上下文为蓝色。下方逐对列出由此得到的训练对。</translation>
    </message>
</context>
<context>
    <name>HeatmapPanel</name>
    <message>
        <source>W · input vectors</source>
        <translation>W · 输入向量</translation>
    </message>
    <message>
        <source>{rows} most frequent words × {columns}</source>
        <translation>最高频的 {rows} 个词 × {columns}</translation>
    </message>
    <message>
        <source>{rows} most frequent × {columns}</source>
        <translation>最高频 {rows} 词 × {columns}</translation>
    </message>
    <message>
        <source>top {rows} × {columns}</source>
        <translation>前 {rows} 词 × {columns}</translation>
    </message>
    <message>
        <source>Every row of W, the vector of a word, will be a row of colours here.</source>
        <translation>W 的每一行就是一个词的向量，训练时在这里显示为一行颜色。</translation>
    </message>
    <message>
        <source>node 1 (root)</source>
        <translation>节点 1（根）</translation>
    </message>
    <message>
        <source>node {number}</source>
        <translation>节点 {number}</translation>
    </message>
    <message>
        <source>Most frequent words</source>
        <translation>最常见的词</translation>
    </message>
    <message>
        <source>Watched words</source>
        <translation>关注的词</translation>
    </message>
    <message>
        <source>Words I type</source>
        <translation>自己输入的词</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>按原来的顺序</translation>
    </message>
    <message>
        <source>By variance, largest first</source>
        <translation>按方差从大到小</translation>
    </message>
    <message>
        <source>Since the last frame</source>
        <translation>与上一帧相比</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>与初始值相比</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Sort again</source>
        <translation>重新排序</translation>
    </message>
    <message>
        <source>Change ΔW</source>
        <translation>变化量 ΔW</translation>
    </message>
    <message>
        <source>Lock the colour scales</source>
        <translation>锁定色标</translation>
    </message>
    <message>
        <source>W′ · inner nodes</source>
        <translation>W′ · 内部节点</translation>
    </message>
    <message>
        <source>W′ · output vectors</source>
        <translation>W′ · 输出向量</translation>
    </message>
    <message>
        <source>ΔW since the last frame</source>
        <translation>ΔW · 与上一帧相比</translation>
    </message>
    <message>
        <source>ΔW since the start</source>
        <translation>ΔW · 与初始值相比</translation>
    </message>
    <message>
        <source>top {rows} nodes × {columns}</source>
        <translation>前 {rows} 个节点 × {columns} 维</translation>
    </message>
    <message>
        <source>{rows} words × {columns}</source>
        <translation>{rows} 个词 × {columns} 维</translation>
    </message>
    <message>
        <source>sorted</source>
        <translation>已排序</translation>
    </message>
    <message>
        <source>scale locked</source>
        <translation>色标已锁定</translation>
    </message>
    <message>
        <source>A row is the vector of a word, a column one of its dimensions. Violet is below zero, green above; both ends of the scale only grow, so that colours can be compared over time.</source>
        <translation>每一行是一个词的向量，每一列是其中一维。紫色小于零，绿色大于零；色标两端只增不减，前后的颜色可以相互比较。</translation>
    </message>
    <message>
        <source>The most frequent words are those that hold sentences together, in most texts; the menu of the card has other rows.</source>
        <translation>多数文本里，最高频的往往是虚词；在卡片菜单里可以换成别的行。</translation>
    </message>
    <message>
        <source>There are more columns than pixels: each pixel shows the mean of its columns.</source>
        <translation>列数多于像素：每个像素显示其中几列的平均值。</translation>
    </message>
    <message>
        <source>Type the words whose rows you want to see.</source>
        <translation>请输入要查看的词。</translation>
    </message>
    <message>
        <source>No word is watched yet: watch one, or choose other rows in the menu of this card.</source>
        <translation>还没有关注的词：请先关注一个词，或在这张卡片的菜单里选择其他的行。</translation>
    </message>
    <message>
        <source>What has changed will be seen with the next frame.</source>
        <translation>变化量将在下一帧显示。</translation>
    </message>
    <message>
        <source>Matrix to show</source>
        <translation>显示哪个矩阵</translation>
    </message>
    <message>
        <source>Heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Input vectors: the rows of W, one for each word.</source>
        <translation>输入向量：W 的各行，每个词一行。</translation>
    </message>
    <message>
        <source>Output vectors: the rows of W′, with which h is multiplied in every prediction.</source>
        <translation>输出向量：W′ 的各行，每次预测都用 h 与它们作内积。</translation>
    </message>
    <message>
        <source>Change: by how much the rows of W have changed.</source>
        <translation>变化量：W 的各行改变了多少。</translation>
    </message>
</context>
<context>
    <name>HeatmapView</name>
    <message>
        <source>{word} · dimension {number}</source>
        <translation>{word} · 第 {number} 维</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Drop files, a folder, a piece of text</source>
        <translation>拖入文件、文件夹或一段文字</translation>
    </message>
    <message>
        <source>opens them</source>
        <translation>打开它们</translation>
    </message>
    <message>
        <source>Rest on a setting or a figure</source>
        <translation>指针停在设置或数字上</translation>
    </message>
    <message>
        <source>says what it is</source>
        <translation>说明它是什么</translation>
    </message>
    <message>
        <source>Click a word in a picture</source>
        <translation>点击图中的词</translation>
    </message>
    <message>
        <source>watches it</source>
        <translation>关注这个词</translation>
    </message>
    <message>
        <source>Double click the header of a card</source>
        <translation>双击卡片标题栏</translation>
    </message>
    <message>
        <source>enlarges it; Esc takes it back</source>
        <translation>放大卡片；按 Esc 还原</translation>
    </message>
    <message>
        <source>The window of the next or the previous word</source>
        <translation>看下一个或上一个词的窗口</translation>
    </message>
    <message>
        <source>Choose words, and make one Chinese word of them</source>
        <translation>选中几个词，合成一个中文词</translation>
    </message>
    <message>
        <source>Divide a Chinese word</source>
        <translation>拆开一个中文词</translation>
    </message>
    <message>
        <source>Take the last correction back</source>
        <translation>撤销最近一次更正</translation>
    </message>
    <message>
        <source>Find words in the text, or on the map</source>
        <translation>在文本里或地图上查找词</translation>
    </message>
    <message>
        <source>Go to a training pair by its number</source>
        <translation>按编号转到训练对</translation>
    </message>
    <message>
        <source>The menu of the word that is marked</source>
        <translation>打开所选词的菜单</translation>
    </message>
</context>
<context>
    <name>InsidePage</name>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Map or proof</source>
        <translation>分布图或验证</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keys and pointer</source>
        <translation>快捷键与指针</translation>
    </message>
    <message>
        <source>Text page</source>
        <translation>文本页</translation>
    </message>
    <message>
        <source>Pointer</source>
        <translation>指针</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>LessonPanel</name>
    <message>
        <source>{number} of {total}</source>
        <translation>第 {number} 站，共 {total} 站</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next station</source>
        <translation>下一站</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The page is being set up for this station …</source>
        <translation>正在为这一站准备页面……</translation>
    </message>
    <message>
        <source>The page shows another network now. This station is about the one it began with.</source>
        <translation>页面现在显示的是另一个网络，而这一站讲的是开始时的那个。</translation>
    </message>
    <message>
        <source>… That is no number</source>
        <translation>…… 这不是数</translation>
    </message>
    <message>
        <source>Type it in digits, such as 0.25, −1.5 or 1/9.</source>
        <translation>请用数字输入，例如 0.25、−1.5 或 1/9。</translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation>✓ 对了</translation>
    </message>
    <message>
        <source>… Not yet</source>
        <translation>…… 还差一步</translation>
    </message>
    <message>
        <source>≠ Not quite</source>
        <translation>≠ 还不对</translation>
    </message>
    <message>
        <source>Hint: {hint}</source>
        <translation>提示：{hint}</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Close the lesson; it goes on where you were</source>
        <translation>关闭课程；下次从这里继续</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一站</translation>
    </message>
    <message>
        <source>Set up again</source>
        <translation>重新准备</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>各站</translation>
    </message>
</context>
<context>
    <name>LookUpRow</name>
    <message>
        <source>Sample: {count}</source>
        <translation>抽样：{count}</translation>
    </message>
    <message>
        <source>All lines</source>
        <translation>全部行</translation>
    </message>
    <message>
        <source>A word, or several in a row</source>
        <translation>一个词，或以空格隔开的几个相连的词</translation>
    </message>
    <message>
        <source>Word whose lines are shown</source>
        <translation>要查看上下文的词</translation>
    </message>
    <message>
        <source>A random sample of {count} lines</source>
        <translation>随机抽取 {count} 行</translation>
    </message>
    <message>
        <source>All lines, or some that are chosen at random: always the same ones</source>
        <translation>显示全部行，或随机抽取若干行；每次抽到的都相同</translation>
    </message>
</context>
<context>
    <name>LossPanel</name>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The loss will be drawn here while the model learns.</source>
        <translation>训练时，损失曲线会画在这里。</translation>
    </message>
    <message>
        <source>Open a text with the button above, drop one here, or take a built-in sample from the File menu.</source>
        <translation>点上方按钮打开文本，或把文件拖到这里，也可以从“文件”菜单选择内置样例。</translation>
    </message>
    <message>
        <source>knows nothing: ln V</source>
        <translation>一无所知时：ln V</translation>
    </message>
    <message>
        <source>knows nothing: (k + 1) · ln 2</source>
        <translation>一无所知时：(k + 1) · ln 2</translation>
    </message>
    <message>
        <source>knows nothing: mean code length · ln 2</source>
        <translation>一无所知时：平均码长 · ln 2</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>knows nothing: {loss}</source>
        <translation>一无所知时：{loss}</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>平滑后</translation>
    </message>
    <message>
        <source>nats per prediction · raw and smoothed</source>
        <translation>每次预测的损失（奈特）· 实测与平滑</translation>
    </message>
    <message>
        <source>Mean loss per prediction of the objective that is being trained, in nats: −ln of the probability the model gives to what is right. The pale line is each stretch of the text as measured, the strong one its mean over about 2 % of the run. Wheel: look closer; drag: move; double click: the whole run again.</source>
        <translation>所训练目标在每次预测上的平均损失，单位奈特：即模型给正确答案的概率取 −ln。浅色线是每一小段文本的实测值，深色线是约 2 % 进程内的平均。滚轮：放大；拖动：平移；双击：回到全程。</translation>
    </message>
    <message>
        <source>Horizontal axis</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Over the words trained, counted in epochs</source>
        <translation>按已训练的词数，以轮计</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Over the time of training, pauses not counted</source>
        <translation>按训练时间，暂停不计</translation>
    </message>
    <message>
        <source>Show the whole run again (double click)</source>
        <translation>回到全程（双击）</translation>
    </message>
    <message>
        <source>Loss over the run</source>
        <translation>训练全程的损失</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saved to {path}.</source>
        <translation>已保存到 {path}。</translation>
    </message>
    <message>
        <source>Training goes on with {path}.</source>
        <translation>正在继续训练 {path}。</translation>
    </message>
    <message>
        <source>The model is being saved; the window closes when that is done.</source>
        <translation>正在保存模型，保存完毕后窗口会关闭。</translation>
    </message>
    <message>
        <source>The vectors are being saved; the window closes when that is done.</source>
        <translation>正在保存向量，保存完毕后窗口会关闭。</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>count {count}</source>
        <translation>出现 {count} 次</translation>
    </message>
    <message>
        <source>PCA · {share} % of variance · {words} words</source>
        <translation>PCA · 占方差 {share}% · {words} 个词</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Words will be points here, and those with similar vectors will lie near each other.</source>
        <translation>训练时，每个词在这里是一个点，向量相近的词彼此靠近。</translation>
    </message>
    <message>
        <source>The rows of W along their first two principal components, the directions in which they differ most: the figure says which part of all differences that is. The picture is turned so that what moves in it has moved. Watched words are orange; of the most frequent words the little ones get their labels last. The wheel zooms, dragging moves, a double click shows everything again.</source>
        <translation>W 的各行在前两个主成分上的位置：主成分是词与词差别最大的方向，百分数是这两个方向在全部方差中所占的比例。每一帧都与上一帧对齐，所以图上移动的，就是向量真正变化的。关注的词为橙色；最常见的词当中，虚词一类的短词最后才标出。滚轮缩放，拖动平移，双击显示全部。</translation>
    </message>
    <message>
        <source>Map of words</source>
        <translation>词的分布图</translation>
    </message>
</context>
<context>
    <name>MatricesPanel</name>
    <message>
        <source>W and W′, before → after</source>
        <translation>W 与 W′：更新前 → 更新后</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>更新前 → 更新后</translation>
    </message>
    <message>
        <source>{rows} rows × {columns}</source>
        <translation>{rows} 行 × {columns} 维</translation>
    </message>
    <message>
        <source>{moved} move</source>
        <translation>{moved} 行变动</translation>
    </message>
    <message>
        <source>A row is the vector of a word, a column one of its dimensions; violet is below zero, green above. Before and after share a scale, the difference has its own. The rows that the step moves are marked.</source>
        <translation>每一行是一个词的向量，每一列是其中一维；紫色小于零，绿色大于零。更新前后共用一个色标，差值另有色标。这一步改动的行带有标记。</translation>
    </message>
    <message>
        <source>Those that move come first: scroll to see the others.</source>
        <translation>变动的行排在最前，其余的滚动可见。</translation>
    </message>
    <message>
        <source>There are more columns than pixels: each pixel shows the mean of its columns.</source>
        <translation>列数多于像素：每个像素显示其中几列的平均值。</translation>
    </message>
    <message>
        <source>{matrix} before</source>
        <translation>{matrix} 更新前</translation>
    </message>
    <message>
        <source>{matrix} after</source>
        <translation>{matrix} 更新后</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>What the step makes of {matrix} is seen when the walk has come to “{matrix} new”.</source>
        <translation>走到“新 {matrix}”这一步，才能看到 {matrix} 变成什么样。</translation>
    </message>
    <message>
        <source>Show the matrix that the walk is about</source>
        <translation>显示当前步骤涉及的矩阵</translation>
    </message>
    <message>
        <source>The rows of both matrices will be here, before and after the step.</source>
        <translation>两个矩阵的各行会显示在这里，包括更新前和更新后。</translation>
    </message>
    <message>
        <source>Matrix before and after the step</source>
        <translation>更新前后的矩阵</translation>
    </message>
    <message>
        <source>Matrix to show</source>
        <translation>显示哪个矩阵</translation>
    </message>
    <message>
        <source>Input vectors: the rows of W, one for each word.</source>
        <translation>输入向量：W 的各行，每个词一行。</translation>
    </message>
    <message>
        <source>Output vectors: the rows of W′, with which h is multiplied.</source>
        <translation>输出向量：W′ 的各行，h 与它们作内积。</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Copy details</source>
        <translation>复制详情</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>VECTORS</source>
        <translation>词向量</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>ADVANCED</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>Reset to the same start</source>
        <translation>重置到同一起点</translation>
    </message>
    <message>
        <source>Back to the very same initial weights and the first word, with the settings of this run; the curve is emptied. Possible while a run waits, and when it has ended.</source>
        <translation>回到完全相同的初始权重，从第一个词重新开始，沿用这次训练的设置；曲线会清空。训练暂停时或结束后可用。</translation>
    </message>
</context>
<context>
    <name>NeighbourList</name>
    <message>
        <source>{word}: cosine of the angle between the two rows of W {similarity}. 1 is the same direction, 0 unrelated. The word occurs {count} times.</source>
        <translation>{word}：两词在 W 中对应行夹角的余弦为 {similarity}；1 表示方向相同，0 表示无关。该词出现 {count} 次。</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>Input</source>
        <translation>输入层</translation>
    </message>
    <message>
        <source>and {number} others: 0</source>
        <translation>其余 {number} 个：0</translation>
    </message>
    <message>
        <source>and {number} others</source>
        <translation>其余 {number} 个</translation>
    </message>
    <message>
        <source>and {number} other dimensions</source>
        <translation>另有 {number} 维</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>← target</source>
        <translation>← 目标</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>{number} others are not asked</source>
        <translation>其余 {number} 个不参与</translation>
    </message>
    <message>
        <source>and {number} others: Σy = {sum}</source>
        <translation>其余 {number} 个：Σy = {sum}</translation>
    </message>
    <message>
        <source>… + {number} more terms</source>
        <translation>… + 另外 {number} 项</translation>
    </message>
    <message>
        <source>… and {number} more</source>
        <translation>… 另有 {number} 项</translation>
    </message>
    <message>
        <source>{places} of {number} input words</source>
        <translation>{number} 个输入词中占 {places} 个</translation>
    </message>
    <message>
        <source>input word</source>
        <translation>输入词</translation>
    </message>
    <message>
        <source>Hidden node {number} of {all}</source>
        <translation>隐藏节点 {number}（共 {all} 个）</translation>
    </message>
    <message>
        <source>{number} others together</source>
        <translation>其余 {number} 个合计</translation>
    </message>
    <message>
        <source>not asked in this step</source>
        <translation>本步不参与</translation>
    </message>
    <message>
        <source>over {number} words</source>
        <translation>对 {number} 个词求和</translation>
    </message>
    <message>
        <source>e for {word}</source>
        <translation>目标为{word}时的 e</translation>
    </message>
    <message>
        <source>code {bits}</source>
        <translation>编码 {bits}</translation>
    </message>
    <message>
        <source>the product</source>
        <translation>各步之积</translation>
    </message>
    <message>
        <source>inner node</source>
        <translation>内部节点</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标词</translation>
    </message>
    <message>
        <source>noise word</source>
        <translation>噪声词</translation>
    </message>
    <message>
        <source>output word</source>
        <translation>输出词</translation>
    </message>
    <message>
        <source>old {name}</source>
        <translation>旧 {name}</translation>
    </message>
    <message>
        <source>new {name}</source>
        <translation>新 {name}</translation>
    </message>
    <message>
        <source>and {number} more nodes on the ways to all targets</source>
        <translation>通向各目标词的路径上另有 {number} 个节点</translation>
    </message>
    <message>
        <source>and {number} more nodes</source>
        <translation>另有 {number} 个节点</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <source>The network at this pair</source>
        <translation>这一对词下的网络</translation>
    </message>
    <message>
        <source>violet − · green + · point at a node to see its sum, click to keep it</source>
        <translation>紫 − · 绿 + · 指向节点看它的求和式，单击可固定</translation>
    </message>
    <message>
        <source>Every line is a weight: violet below zero, green above, the stronger the larger. Lines that take part in this stage are strong. Numbers appear when the walk reaches them. Arrow up and down go from node to node, Return keeps a sum, Esc puts it away.</source>
        <translation>每条线是一个权重：紫色为负，绿色为正，越深越粗则绝对值越大。参与当前这一步的线加重显示。走到哪一步，哪一步的数值才出现。用上下方向键在节点间移动，按回车固定求和式，按 Esc 收起。</translation>
    </message>
    <message>
        <source>Here the network is drawn as soon as there is a pair to look at.</source>
        <translation>有了一对词，这里就会画出网络。</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Only one model can be trained at a time: choose one of them.</source>
        <translation>一次只能训练一个模型：请从中选择一个。</translation>
    </message>
    <message>
        <source>“{name}” is no longer there, and has been taken off the list.</source>
        <translation>“{name}”已经不在了，已从列表中移除。</translation>
    </message>
    <message>
        <source>There is no text on the clipboard: copy some first.</source>
        <translation>剪贴板上没有文本：请先复制一些。</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>这个模型</translation>
    </message>
    <message>
        <source>First open the text that {name} was trained on: training goes on with that.</source>
        <translation>请先打开训练 {name} 时所用的文本，训练要在它上面继续。</translation>
    </message>
    <message>
        <source>Only one file of vectors can be asked at a time: choose one of them.</source>
        <translation>一次只能查询一个词向量文件：请选择其中之一。</translation>
    </message>
    <message>
        <source>The folder “{name}” holds several files of vectors, and only one can be asked at a time: open one of them.</source>
        <translation>文件夹“{name}”里有多个词向量文件，一次只能查询一个：请打开其中一个。</translation>
    </message>
</context>
<context>
    <name>PageLinks</name>
    <message>
        <source>First open a text: then its lines can be looked up.</source>
        <translation>请先打开一个文本，才能查看词的语境。</translation>
    </message>
    <message>
        <source>Train or step first: the Inside page walks with the weights of a run.</source>
        <translation>请先训练或单步：“内部”页用一次训练的权重逐步演算。</translation>
    </message>
</context>
<context>
    <name>PairEntry</name>
    <message>
        <source>Type one centre word and at least one context word.</source>
        <translation>请输入一个中心词和至少一个上下文词。</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心词</translation>
    </message>
    <message>
        <source>Context words</source>
        <translation>上下文词</translation>
    </message>
    <message>
        <source>Centre word</source>
        <translation>中心词</translation>
    </message>
    <message>
        <source>Words, separated by spaces</source>
        <translation>多个词，用空格隔开</translation>
    </message>
    <message>
        <source>One word</source>
        <translation>一个词</translation>
    </message>
    <message>
        <source>Show this pair</source>
        <translation>查看这一对</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>The pair and the walk</source>
        <translation>训练对与推导步骤</translation>
    </message>
    <message>
        <source>Small network</source>
        <translation>小网络</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>当前训练</translation>
    </message>
    <message>
        <source>Where the weights come from</source>
        <translation>权重从哪里来</translation>
    </message>
    <message>
        <source>Take anew</source>
        <translation>重新取用</translation>
    </message>
    <message>
        <source>Copy the weights as the run has them now; what was done to the copy is lost.</source>
        <translation>复制训练此刻的权重；在原来那份副本上所做的更新会丢失。</translation>
    </message>
    <message>
        <source>Previous pair of the text</source>
        <translation>文本中的上一对</translation>
    </message>
    <message>
        <source>Next pair of the text</source>
        <translation>文本中的下一对</translation>
    </message>
    <message>
        <source>A pair at random</source>
        <translation>随机取一对</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>Word at the centre of the next pair</source>
        <translation>下一对的中心词</translation>
    </message>
    <message>
        <source>The next pair with this word at its centre; Return again for one further on.</source>
        <translation>下一个以该词为中心词的训练对；再按回车则继续往后找。</translation>
    </message>
    <message>
        <source>Type a pair…</source>
        <translation>自己输入…</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>A guided tour through a step, with something to find out at every station.</source>
        <translation>带着问题走完训练的一步，每一站都有要自己找出来的东西。</translation>
    </message>
    <message>
        <source>Words of your own: what would the network make of them?</source>
        <translation>用自己想到的词：网络会怎样看待它们？</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>The small network: {settings}</source>
        <translation>小网络：{settings}</translation>
    </message>
    <message>
        <source>Look into a copy of the run&apos;s weights; the run itself is not touched.</source>
        <translation>查看训练权重的一份副本；训练本身不受影响。</translation>
    </message>
    <message>
        <source>There is no run yet: open a text and train, then its weights can be looked into here.</source>
        <translation>还没有训练：先打开文本并开始训练，之后就能在这里查看它的权重。</translation>
    </message>
    <message>
        <source>A network of a few words, small enough to see every number.</source>
        <translation>只有几个词的网络，小到可以看清每一个数。</translation>
    </message>
    <message>
        <source>a copy of the run&apos;s weights after {count} words</source>
        <translation>训练到 {count} 词时的权重副本</translation>
    </message>
    <message>
        <source>a copy of the run&apos;s weights</source>
        <translation>训练权重的副本</translation>
    </message>
    <message>
        <source>Typed pair</source>
        <translation>自己输入的一对</translation>
    </message>
    <message>
        <source>Pair {number} of {total}</source>
        <translation>第 {number} 对，共 {total} 对</translation>
    </message>
    <message>
        <source>Pair at word {position}</source>
        <translation>第 {position} 个词处的一对</translation>
    </message>
</context>
<context>
    <name>PairRow</name>
    <message>
        <source>{pair}: cosine of the angle between the two rows of W, the latest value.</source>
        <translation>{pair}：两词在 W 中对应行夹角的余弦，最新的值。</translation>
    </message>
    <message>
        <source>Remove this pair (Delete)</source>
        <translation>移除这一对词（Delete）</translation>
    </message>
    <message>
        <source>Remove {pair}</source>
        <translation>移除 {pair}</translation>
    </message>
    <message>
        <source>First word</source>
        <translation>第一个词</translation>
    </message>
    <message>
        <source>Second word</source>
        <translation>第二个词</translation>
    </message>
    <message>
        <source>Change places</source>
        <translation>交换位置</translation>
    </message>
</context>
<context>
    <name>PairSeeking</name>
    <message>
        <source>Find a word</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>Word at the centre of the next pair</source>
        <translation>下一对的中心词</translation>
    </message>
    <message>
        <source>The next pair with this word at its centre; Return again for one further on.</source>
        <translation>下一个以该词为中心词的训练对；再按回车则继续往后找。</translation>
    </message>
    <message>
        <source>Pair no.</source>
        <translation>第几对</translation>
    </message>
    <message>
        <source>Number of the pair to go to</source>
        <translation>要转到的训练对的编号</translation>
    </message>
    <message>
        <source>Go to a pair by its number (Ctrl+G)</source>
        <translation>按编号转到某个训练对（Ctrl+G）</translation>
    </message>
    <message>
        <source>Pairs are numbered from 1 to {count}.</source>
        <translation>训练对的编号从 1 到 {count}。</translation>
    </message>
    <message>
        <source>“{word}” occurs {count} times, less than the minimum count: no pair has it.</source>
        <translation>“{word}”出现 {count} 次，低于最小词频：没有训练对包含它。</translation>
    </message>
    <message>
        <source>None of the {count} occurrences of “{word}” is the centre of a pair: subsampling has left them out, or they have no window.</source>
        <translation>“{word}”出现的 {count} 次中，没有一次是训练对的中心：要么被下采样略去，要么没有窗口。</translation>
    </message>
</context>
<context>
    <name>PairSettings</name>
    <message>
        <source>full windows</source>
        <translation>完整窗口</translation>
    </message>
    <message>
        <source>window {window} · span {span}</source>
        <translation>窗口 {window} · 跨度 {span}</translation>
    </message>
    <message>
        <source>epoch {epoch} of {epochs}</source>
        <translation>第 {epoch}/{epochs} 轮</translation>
    </message>
    <message>
        <source>A run goes on with this: stop or reset it to change it.</source>
        <translation>正在进行的训练用的就是这个设置：停止或重置后才能更改。</translation>
    </message>
    <message>
        <source>The span is the whole window: the centre with its words on both sides.</source>
        <translation>跨度是整个窗口：中心词连同左右两侧的词。</translation>
    </message>
    <message>
        <source>Smaller window</source>
        <translation>缩小窗口</translation>
    </message>
    <message>
        <source>Larger window</source>
        <translation>放大窗口</translation>
    </message>
    <message>
        <source>The pairs of the epoch before</source>
        <translation>上一轮的训练对</translation>
    </message>
    <message>
        <source>Every epoch draws the reach of windows and the words left out by subsampling anew. With full windows and without subsampling the pairs of all epochs are the same.</source>
        <translation>每一轮都重新抽取各窗口的大小和被下采样略去的词。只用完整窗口且不做下采样时，各轮的训练对都相同。</translation>
    </message>
    <message>
        <source>The pairs of the next epoch</source>
        <translation>下一轮的训练对</translation>
    </message>
</context>
<context>
    <name>PairTableView</name>
    <message>
        <source>DOCUMENT</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>INPUT WORD</source>
        <translation>输入词</translation>
    </message>
    <message>
        <source>TARGET WORD</source>
        <translation>目标词</translation>
    </message>
    <message>
        <source>Pair {number}: given {inputs}, predict {target}.
{sentence}</source>
        <translation>第 {number} 对：由 {inputs} 预测 {target}。
{sentence}</translation>
    </message>
</context>
<context>
    <name>PairsPanel</name>
    <message>
        <source>A word is always as similar to itself as can be: type two words.</source>
        <translation>一个词与它自己总是完全相同：请输入两个不同的词。</translation>
    </message>
    <message>
        <source>{count} pairs can be plotted at a time: remove one first.</source>
        <translation>最多同时绘制 {count} 对词：请先移除一对。</translation>
    </message>
    <message>
        <source>Type two words with a space between them.</source>
        <translation>请输入两个词，中间用空格隔开。</translation>
    </message>
    <message>
        <source>Pair similarity</source>
        <translation>词对相似度</translation>
    </message>
    <message>
        <source>Open a text: how words that are used alike draw together will be plotted here.</source>
        <translation>打开文本后，这里会画出用法相近的词在训练中如何彼此靠近。</translation>
    </message>
    <message>
        <source>Add a pair: two words</source>
        <translation>添加词对：输入两个词</translation>
    </message>
    <message>
        <source>Pair of words to plot</source>
        <translation>要绘制的词对</translation>
    </message>
    <message>
        <source>Similarity of pairs over the run</source>
        <translation>训练过程中的词对相似度</translation>
    </message>
    <message>
        <source>Cosine of the angle between the rows of W of two words. Words that are met in the same contexts are moved the same way and draw together; others stay apart. Under the pointer: the values there.</source>
        <translation>两个词在 W 中对应行夹角的余弦。出现在相同上下文中的词，其向量被推向同一方向，于是彼此靠近；其他词则各自分开。指针指到哪里，就显示那时的数值。</translation>
    </message>
    <message>
        <source>cosine · by epoch</source>
        <translation>余弦 · 按轮次</translation>
    </message>
</context>
<context>
    <name>PlaybackPanel</name>
    <message>
        <source>no update yet</source>
        <translation>尚无更新</translation>
    </message>
    <message>
        <source>update {position} of {length}</source>
        <translation>第 {position} / {length} 次更新</translation>
    </message>
    <message>
        <source>branch {number} of {count}</source>
        <translation>分支 {number} / {count}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>fastest</source>
        <translation>最快</translation>
    </message>
    <message>
        <source>{speed} / s</source>
        <translation>{speed} 次/秒</translation>
    </message>
    <message>
        <source>dots: E of each pair · line: mean over all pairs</source>
        <translation>点：各对的 E · 线：全部训练对的平均</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>on the way …</source>
        <translation>正在前往…</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Updates of a network can be applied here, and undone to the last bit.</source>
        <translation>在这里对网络做更新，也可以一步步撤销，结果逐位复原。</translation>
    </message>
    <message>
        <source>Every update that is applied can be undone exactly. A dot is E of the pair of one update, before it; the line is the mean of E over the pairs of the text. A click goes to that update.</source>
        <translation>每一次更新都可以精确撤销。每个点是一次更新之前该训练对的 E；线是 E 在文本各训练对上的平均。单击可回到那一次更新。</translation>
    </message>
    <message>
        <source>Undo one update, exactly</source>
        <translation>撤销一次更新，精确复原</translation>
    </message>
    <message>
        <source>Do the update again that was undone last</source>
        <translation>重做刚撤销的那次更新</translation>
    </message>
    <message>
        <source>Every update with this pair, again and again</source>
        <translation>每次更新都用这一对词，反复学习</translation>
    </message>
    <message>
        <source>Apply {count} updates, one pair of the text after the other</source>
        <translation>依次用文本中的训练对做 {count} 次更新</translation>
    </message>
    <message>
        <source>Apply one update</source>
        <translation>做一次更新</translation>
    </message>
    <message>
        <source>Apply one update after the other, until you stop</source>
        <translation>连续更新，直到按下暂停</translation>
    </message>
    <message>
        <source>Updates a second, while they are played</source>
        <translation>播放时每秒更新的次数</translation>
    </message>
    <message>
        <source>Updates a second</source>
        <translation>每秒更新次数</translation>
    </message>
    <message>
        <source>Go to any point of the history</source>
        <translation>前往历史中的任意一点</translation>
    </message>
    <message>
        <source>History of updates</source>
        <translation>更新的历史</translation>
    </message>
    <message>
        <source>Learning rate α of the updates from here on. Set at an earlier point, it opens a new branch.</source>
        <translation>从这里起各次更新的学习率 α。在较早的位置改动，会开出一条新分支。</translation>
    </message>
    <message>
        <source>Learning rate α</source>
        <translation>学习率 α</translation>
    </message>
    <message>
        <source>Stop here: what has been applied stays</source>
        <translation>到此为止：已做的更新保留</translation>
    </message>
    <message>
        <source>Go to the branch before</source>
        <translation>前往上一条分支</translation>
    </message>
    <message>
        <source>Go to the next branch</source>
        <translation>前往下一条分支</translation>
    </message>
    <message>
        <source>Updating from an earlier point opens another branch; those that were left are kept.</source>
        <translation>从较早的位置继续更新会开出另一条分支，原来的分支都保留着。</translation>
    </message>
    <message>
        <source>Loss over the updates</source>
        <translation>损失随更新次数的变化</translation>
    </message>
</context>
<context>
    <name>PredictPanel</name>
    <message>
        <source>Type a line with ___ where a word is missing, and press Return.</source>
        <translation>输入一行文字，在缺词处写 ___，然后按回车。</translation>
    </message>
    <message>
        <source>There is no gap in the line: type ___ where a word is missing.</source>
        <translation>这一行里没有空缺：请在缺词处写 ___。</translation>
    </message>
    <message>
        <source>The model knows none of the words around the gap, so it has nothing to predict from.</source>
        <translation>空缺周围的词模型一个都不认识，因此无从预测。</translation>
    </message>
    <message>
        <source>These vectors come without the output layer W′ and the settings of their training, and W alone does not say which word is missing. Train a model here, or open one that was saved as .npz.</source>
        <translation>这些向量没有附带输出层 W′ 和训练设置，而仅凭 W 无法知道缺的是哪个词。请在这里训练一个模型，或打开保存为 .npz 的模型。</translation>
    </message>
    <message>
        <source>CBOW</source>
        <translation>CBOW</translation>
    </message>
    <message>
        <source>skip-gram</source>
        <translation>Skip-gram</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Missing word</source>
        <translation>填空</translation>
    </message>
    <message>
        <source>Train a model, and which word it expects in a gap can be seen here.</source>
        <translation>训练一个模型，就能在这里看到它认为空缺处该填哪个词。</translation>
    </message>
    <message>
        <source>Words around a gap: ___</source>
        <translation>空缺前后的词：___</translation>
    </message>
    <message>
        <source>Line with a gap ___</source>
        <translation>带空缺 ___ 的一行</translation>
    </message>
    <message>
        <source>Another line of the text</source>
        <translation>换文本中的另一行</translation>
    </message>
    <message>
        <source>Show the hidden word</source>
        <translation>显示被遮住的词</translation>
    </message>
    <message>
        <source>Words that fit into the gap</source>
        <translation>适合填入空缺的词</translation>
    </message>
    <message>
        <source>There is more than one gap: only the first is asked about.</source>
        <translation>不止一个空缺：只对第一个作预测。</translation>
    </message>
</context>
<context>
    <name>PredictionTable</name>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>score σ(u)</source>
        <translation>得分 σ(u)</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>count</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>The words that the model expects most.</source>
        <translation>模型认为最可能的词。</translation>
    </message>
    <message>
        <source>How often the word occurs in the text.</source>
        <translation>这个词在文本中出现的次数。</translation>
    </message>
    <message>
        <source>σ(u) of the word by itself: no probability that it stands here, but how sure the model is that word and context come from the text and not from the noise.</source>
        <translation>该词单独的 σ(u)：它不是该词出现在此处的概率，而是模型有多确信这个词与上下文来自文本而不是噪声。</translation>
    </message>
    <message>
        <source>The probability that the word stands in the gap, by the model&apos;s own output layer.</source>
        <translation>由模型自己的输出层算出的、该词出现在空缺处的概率。</translation>
    </message>
    <message>
        <source>{word}: score {value}, place {rank} of {words}. The word occurs {count} times.</source>
        <translation>{word}：得分 {value}，在 {words} 个词中排第 {rank}。该词出现 {count} 次。</translation>
    </message>
    <message>
        <source>{word}: probability {value}, place {rank} of {words}. The word occurs {count} times.</source>
        <translation>{word}：概率 {value}，在 {words} 个词中排第 {rank}。该词出现 {count} 次。</translation>
    </message>
</context>
<context>
    <name>PresetMenu</name>
    <message>
        <source>My last settings</source>
        <translation>上次训练的设置</translation>
    </message>
    <message>
        <source>Everything as in the run that was begun last.</source>
        <translation>全部设置与最近一次开始的训练相同。</translation>
    </message>
    <message>
        <source>All defaults</source>
        <translation>全部默认值</translation>
    </message>
    <message>
        <source>Every setting back to its default.</source>
        <translation>所有设置恢复默认值。</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Settings that belong together, in one go.</source>
        <translation>一次选定一整套互相配合的设置。</translation>
    </message>
</context>
<context>
    <name>ProofPanel</name>
    <message>
        <source>Of {rows} rows, in all dimensions: the largest difference between by hand and numeric, relative to the largest number in its row. Below 1e-6 only rounding is left.</source>
        <translation>{rows} 行、全部维度中，推导值与数值导数的最大差，相对于该行中绝对值最大的数。低于 1e-6 时只剩舍入误差。</translation>
    </message>
    <message>
        <source>by hand and numeric differ</source>
        <translation>推导值与数值导数不一致</translation>
    </message>
    <message>
        <source>{factor} × the true gradient, as word2vec does</source>
        <translation>真正梯度的 {factor} 倍，与 word2vec 的做法一致</translation>
    </message>
    <message>
        <source>gradient verified</source>
        <translation>梯度已验证</translation>
    </message>
    <message>
        <source>largest relative error {error}, below 1e-6</source>
        <translation>最大相对误差 {error}，低于 1e-6</translation>
    </message>
    <message>
        <source>The largest relative error is {error}, and should be below 1e-6. Where weights are very large, numbers lose their digits: go back some updates or lower α. If it stays, please report it.</source>
        <translation>最大相对误差为 {error}，本应低于 1e-6。权重非常大时，数值会损失有效位：请退回几次更新，或降低 α。如果仍然如此，请向我们报告。</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>central differences, float64</source>
        <translation>中心差分，float64</translation>
    </message>
    <message>
        <source>The gradients of this step as they are derived, beside slopes that are measured: every weight is moved a little to both sides, and E is computed anew. Of each row the largest number is shown; all of them are compared, and saved as CSV.</source>
        <translation>把这一步推导出的梯度与实测斜率并列：将每个权重向两侧各移动一点，重新计算 E。每行只显示最大的一个数，但全部数都参与比较，也都会存入 CSV。</translation>
    </message>
    <message>
        <source>The gradients of a step will be checked here against measured slopes.</source>
        <translation>这里会用实测斜率检验每一步的梯度。</translation>
    </message>
    <message>
        <source>Not checked yet: the slopes of this step are measured when the walk rests for a moment.</source>
        <translation>尚未检验：在这一步稍作停留，就会测量它的斜率。</translation>
    </message>
    <message>
        <source>Gradients by hand and by central differences</source>
        <translation>推导的梯度与中心差分</translation>
    </message>
</context>
<context>
    <name>ProofTable</name>
    <message>
        <source>error</source>
        <translation>误差</translation>
    </message>
    <message>
        <source>max rel. error</source>
        <translation>最大相对误差</translation>
    </message>
    <message>
        <source>block</source>
        <translation>分块</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>推导值</translation>
    </message>
    <message>
        <source>numeric</source>
        <translation>数值导数</translation>
    </message>
    <message>
        <source>Which row of a gradient: that of a word in W or W′, or of an inner node.</source>
        <translation>梯度的哪一行：某个词在 W 或 W′ 中的行，或某个内部节点的行。</translation>
    </message>
    <message>
        <source>The dimension that is shown: the one in which the gradient is largest.</source>
        <translation>显示第几维：取该行梯度绝对值最大的那一维。</translation>
    </message>
    <message>
        <source>The gradient as it is derived; the update uses it.</source>
        <translation>推导出的梯度，更新用的就是它。</translation>
    </message>
    <message>
        <source>The slope of E when this one weight is moved a little to both sides, in float64.</source>
        <translation>只把这一个权重向两侧各移动一点时 E 的斜率，以 float64 计算。</translation>
    </message>
    <message>
        <source>The largest difference between both in any dimension of the row, relative to the largest number in it.</source>
        <translation>该行各维中两者的最大差，相对于该行中绝对值最大的数。</translation>
    </message>
    <message>
        <source>The walk has not come to {symbol} yet: what will it be?</source>
        <translation>还没有走到 {symbol}：猜猜它会是多少？</translation>
    </message>
    <message>
        <source>The row of {symbol} that belongs to “{label}”</source>
        <translation>{symbol} 中属于“{label}”的那一行</translation>
    </message>
    <message>
        <source>In dimension {number} the gradient of this row is largest.</source>
        <translation>这一行的梯度在第 {number} 维最大。</translation>
    </message>
    <message>
        <source>{symbol} of “{label}”, dimension {number}, as word2vec takes it: {factor} times the true gradient, since it does not divide by the number of context words.</source>
        <translation>“{label}”的 {symbol} 第 {number} 维，按 word2vec 的做法：不除以上下文词数，因而是真正梯度的 {factor} 倍。</translation>
    </message>
    <message>
        <source>{symbol} of “{label}”, dimension {number}, by equation (17)</source>
        <translation>“{label}”的 {symbol} 第 {number} 维，见式 (17)</translation>
    </message>
    <message>
        <source>{symbol} of “{label}”, dimension {number}: error times h, equation (8)</source>
        <translation>“{label}”的 {symbol} 第 {number} 维：误差乘以 h，见式 (8)</translation>
    </message>
    <message>
        <source>How steeply E rises with this weight of “{label}”, dimension {number}: central differences</source>
        <translation>E 随“{label}”第 {number} 维这个权重变化的斜率：中心差分</translation>
    </message>
    <message>
        <source>The factor {factor} is word2vec&apos;s convention.</source>
        <translation>系数 {factor} 来自 word2vec 的约定。</translation>
    </message>
    <message>
        <source>In every dimension of this row both agree to within {error} of its largest number.</source>
        <translation>在这一行的每一维，两者之差都不超过该行最大数的 {error} 倍。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>ReadingDisplay</name>
    <message>
        <source>Reading was cancelled; nothing has changed.</source>
        <translation>已取消读取，一切照旧。</translation>
    </message>
</context>
<context>
    <name>ReadingLine</name>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 词次</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reading again; until then everything stays as it is.</source>
        <translation>正在重新读取；读完之前一切保持原样。</translation>
    </message>
</context>
<context>
    <name>Recent</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>清空列表(&amp;C)</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 等，另有 {count} 个</translation>
    </message>
    <message>
        <source>{name}, first {rows} rows</source>
        <translation>{name}，前 {rows} 行</translation>
    </message>
</context>
<context>
    <name>RightColumn</name>
    <message>
        <source>How good is it</source>
        <translation>效果如何</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Scores or ways to save</source>
        <translation>得分或保存方式</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Go on (Space)</source>
        <translation>继续（空格）</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>暂停（空格）</translation>
    </message>
    <message>
        <source>Stop here: the map stays as it is</source>
        <translation>到此为止：地图保持现状</translation>
    </message>
</context>
<context>
    <name>SaveFormats</name>
    <message>
        <source>For gensim, and most other programs: small and exact.</source>
        <translation>供 gensim 及多数其他程序使用：文件小，数值精确。</translation>
    </message>
    <message>
        <source>For gensim, and most other programs; it can be read and is exact.</source>
        <translation>供 gensim 及多数其他程序使用；可直接阅读，数值精确。</translation>
    </message>
    <message>
        <source>Lines of a word and its numbers, without the first line that word2vec has.</source>
        <translation>每行一个词和它的各个数，没有 word2vec 格式的首行。</translation>
    </message>
    <message>
        <source>The matrix, and the words with it: for PyTorch, JAX and others.</source>
        <translation>矩阵连同词表：供 PyTorch、JAX 等使用。</translation>
    </message>
    <message>
        <source>numpy&apos;s own; this program opens it with the counts and W′.</source>
        <translation>numpy 自己的格式；本程序打开时连同词频和 W′。</translation>
    </message>
    <message>
        <source>Two files, vectors and words: to be loaded at projector.tensorflow.org.</source>
        <translation>向量和词各一个文件：可在 projector.tensorflow.org 载入。</translation>
    </message>
    <message>
        <source>For spreadsheets: a word, its count and its numbers on each line.</source>
        <translation>供电子表格使用：每行一个词、它的词频和各个数。</translation>
    </message>
    <message>
        <source>A CSV table: where each word of the map stands, as it is now.</source>
        <translation>CSV 表格：图上每个词此刻所在的位置。</translation>
    </message>
</context>
<context>
    <name>SavePanel</name>
    <message>
        <source>Writing {file} …</source>
        <translation>正在写入 {file} …</translation>
    </message>
    <message>
        <source>Select words on the map first.</source>
        <translation>请先在图上选择词。</translation>
    </message>
    <message>
        <source>How many words?</source>
        <translation>要多少个词？</translation>
    </message>
    <message>
        <source>words × {dimensions} of {matrix} · {size}</source>
        <translation>个词 × {dimensions} 维，{matrix} · {size}</translation>
    </message>
    <message>
        <source>(W + W′) / 2</source>
        <translation>(W + W′) / 2</translation>
    </message>
    <message>
        <source>{words} words are in {file}.</source>
        <translation>{file} 中有 {words} 个词。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The vectors that are asked on this page, W, W′ or their mean, for other programs. To go on training later, save the model: File, Save model.</source>
        <translation>把本页所用的向量（W、W′ 或二者的平均）存给其他程序使用。若以后还要继续训练，请保存模型：“文件”→“保存模型”。</translation>
    </message>
    <message>
        <source>Train or open vectors: here they can be saved for other programs.</source>
        <translation>训练或打开向量之后，可在这里存给其他程序使用。</translation>
    </message>
    <message>
        <source>All words</source>
        <translation>全部词</translation>
    </message>
    <message>
        <source>The first</source>
        <translation>前若干</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>Which words are saved</source>
        <translation>保存哪些词</translation>
    </message>
    <message>
        <source>How many words are saved</source>
        <translation>保存多少个词</translation>
    </message>
    <message>
        <source>Stop writing</source>
        <translation>停止写入</translation>
    </message>
    <message>
        <source>Pictures and tables: in the menu ⋯ of each card.</source>
        <translation>图片和表格：见每张卡片的菜单 ⋯。</translation>
    </message>
    <message>
        <source>Words with signs that the format cannot hold, which were replaced: {count}.</source>
        <translation>含有该格式无法容纳的字符、已作替换的词：{count} 个。</translation>
    </message>
    <message>
        <source>Words that the format cannot hold, which were left out: {count}.</source>
        <translation>该格式无法容纳、已略去的词：{count} 个。</translation>
    </message>
    <message>
        <source>1 word is in {file}.</source>
        <translation>{file} 中有 1 个词。</translation>
    </message>
    <message>
        <source>word × {dimensions} of {matrix} · {size}</source>
        <translation>个词 × {dimensions} 维，{matrix} · {size}</translation>
    </message>
    <message>
        <source>{words} × {dimensions} of {matrix} · {size}</source>
        <translation>{words} × {dimensions} 维，{matrix} · {size}</translation>
    </message>
</context>
<context>
    <name>SavePreview</name>
    <message>
        <source>IN THE FILE: {name}</source>
        <translation>文件内容：{name}</translation>
    </message>
</context>
<context>
    <name>ScoreAbout</name>
    <message>
        <source>Drop test sets here and see how much of what people know is in these vectors.</source>
        <translation>把测试集拖到这里，看看人所知道的，这些向量里有多少。</translation>
    </message>
    <message>
        <source>PAIRS JUDGED BY PEOPLE</source>
        <translation>由人打分的词对</translation>
    </message>
    <message>
        <source>WordSim-353, SimLex-999, MEN, RG-65; in Chinese COS960, wordsim-240, wordsim-297</source>
        <translation>中文：COS960、wordsim-240、wordsim-297；英文：WordSim-353、SimLex-999、MEN、RG-65</translation>
    </message>
    <message>
        <source>ANALOGIES</source>
        <translation>类比题</translation>
    </message>
    <message>
        <source>questions-words by word2vec&apos;s authors; in Chinese CA8</source>
        <translation>中文：CA8；英文：word2vec 作者的 questions-words</translation>
    </message>
    <message>
        <source>YOUR OWN</source>
        <translation>自己的测试集</translation>
    </message>
    <message>
        <source>two words and a number on each line, or four words</source>
        <translation>每行两个词和一个数，或者四个词</translation>
    </message>
    <message>
        <source>Drop files, or press to choose</source>
        <translation>拖入文件，或点击选择</translation>
    </message>
</context>
<context>
    <name>ScoreBehind</name>
    <message>
        <source>Ask this question</source>
        <translation>问这个问题</translation>
    </message>
    <message>
        <source>Ask about “{word}”</source>
        <translation>查询“{word}”</translation>
    </message>
    <message>
        <source>Missing words</source>
        <translation>缺失的词</translation>
    </message>
    <message>
        <source>Missing: {count}</source>
        <translation>缺词：{count}</translation>
    </message>
    <message>
        <source>Worst misses</source>
        <translation>差得最多</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>95 %: {interval}</source>
        <translation>95 %：{interval}</translation>
    </message>
    <message>
        <source>3CosAdd {sum} · 3CosMul {product}</source>
        <translation>3CosAdd {sum} · 3CosMul {product}</translation>
    </message>
    <message>
        <source>Not scored yet.</source>
        <translation>尚未评分。</translation>
    </message>
    <message>
        <source>No word is missing.</source>
        <translation>没有缺失的词。</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>没有答错的。</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>Back to the scores (Esc)</source>
        <translation>回到得分 (Esc)</translation>
    </message>
    <message>
        <source>What lies behind the score</source>
        <translation>得分背后</translation>
    </message>
</context>
<context>
    <name>ScoreFoot</name>
    <message>
        <source>Add test sets…</source>
        <translation>添加测试集…</translation>
    </message>
    <message>
        <source>Score again, by the vectors of the moment</source>
        <translation>用此刻的向量重新评分</translation>
    </message>
    <message>
        <source>Stop scoring</source>
        <translation>停止评分</translation>
    </message>
    <message>
        <source>Analogies: first</source>
        <translation>类比题：前</translation>
    </message>
    <message>
        <source>words</source>
        <translation>个词</translation>
    </message>
    <message>
        <source>Analogies are asked among so many words, the most frequent ones. Questions with rarer words are left out, and rarer words are no answers. 30,000 is what word2vec&apos;s own program does; 0 stands for all words.</source>
        <translation>类比题只在最常见的这么多个词中提问：含有更罕见词的题略去，更罕见的词也不作为答案。word2vec 自带的程序用 30,000；0 表示全部词。</translation>
    </message>
</context>
<context>
    <name>ScoreTable</name>
    <message>
        <source>test set</source>
        <translation>测试集</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>found</source>
        <translation>找到</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>3CosMul</source>
        <translation>3CosMul</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Pairs of words that people have judged, or analogies.</source>
        <translation>由人打分的词对，或类比题。</translation>
    </message>
    <message>
        <source>For how many items all words have vectors, out of all items of the set. Only these are scored: of two models, the one that knows more words has the harder test.</source>
        <translation>测试集的全部题目中，有多少题的词都有向量。只有这些题参加评分：两个模型相比，认识的词更多的那个，考题也更难。</translation>
    </message>
    <message>
        <source>Of pairs, Spearman&apos;s rank correlation ρ between the cosines and the judgements: 1 if both put the pairs into the same order, 0 if they have nothing to do with each other. Of analogies, how many are answered right by 3CosAdd: the nearest word to b − a + c.</source>
        <translation>对词对，是余弦与人评之间的斯皮尔曼等级相关系数 ρ：两者的次序完全一致时为 1，毫不相干时为 0。对类比题，是用 3CosAdd（取离 b − a + c 最近的词）答对的比例。</translation>
    </message>
    <message>
        <source>How many analogies are answered right by 3CosMul: the word with the largest cos(b)·cos(c) / (cos(a) + 0.001), where cosines are shifted to 0 … 1. Levy &amp; Goldberg 2014.</source>
        <translation>用 3CosMul 答对的类比题比例：取使 cos(b)·cos(c) / (cos(a) + 0.001) 最大的词，其中余弦平移到 0 … 1。Levy &amp; Goldberg 2014。</translation>
    </message>
    <message>
        <source>Where ρ would lie with 95 % confidence if the pairs were drawn anew: by Fisher&apos;s z, with the standard error of Bonett &amp; Wright 2000.</source>
        <translation>若重新抽取词对，ρ 以 95 % 的置信度所在的区间：用费希尔 z 变换，标准误按 Bonett &amp; Wright 2000。</translation>
    </message>
    <message>
        <source>{found} of {total} found</source>
        <translation>{total} 题中找到 {found} 题</translation>
    </message>
    <message>
        <source>With 95 % confidence: {interval}</source>
        <translation>95 % 置信区间：{interval}</translation>
    </message>
    <message>
        <source>3CosAdd {sum} · 3CosMul {product}</source>
        <translation>3CosAdd {sum} · 3CosMul {product}</translation>
    </message>
    <message>
        <source>The file. A click on its name, or Return, shows what lies behind the score; a click on the sign before it, or the right arrow, shows the sections of a set of analogies.</source>
        <translation>文件。点击名称或按回车键，可看得分背后的情况；点击名称前的符号或按右箭头键，可展开类比题的各个部分。</translation>
    </message>
</context>
<context>
    <name>ScoresPanel</name>
    <message>
        <source>{name}: {percent}</source>
        <translation>{name}：{percent}</translation>
    </message>
    <message>
        <source>Fold the sections away</source>
        <translation>收起各部分</translation>
    </message>
    <message>
        <source>Show the sections</source>
        <translation>展开各部分</translation>
    </message>
    <message>
        <source>Score again</source>
        <translation>重新评分</translation>
    </message>
    <message>
        <source>Remove from the card</source>
        <translation>从卡片中移除</translation>
    </message>
    <message>
        <source>{count} test sets</source>
        <translation>{count} 个测试集</translation>
    </message>
    <message>
        <source>1 test set</source>
        <translation>1 个测试集</translation>
    </message>
    <message>
        <source>No vectors yet</source>
        <translation>还没有向量</translation>
    </message>
    <message>
        <source>How good is it</source>
        <translation>效果如何</translation>
    </message>
    <message>
        <source>Test sets hold what people know: how similar two words are, or which word is to one as another is to a third. The vectors are asked the same. A row tells which of its items they get most wrong, and which words are missing.</source>
        <translation>测试集记录了人所知道的：两个词有多相似，或者哪个词之于这个词正如另一个词之于第三个词。这里用同样的问题考这些向量。每一行都可以查看哪些题错得最多，以及缺了哪些词。</translation>
    </message>
    <message>
        <source>Test sets and scores</source>
        <translation>测试集与得分</translation>
    </message>
    <message>
        <source>after {words} words</source>
        <translation>训练 {words} 词后</translation>
    </message>
    <message>
        <source>now {words} words</source>
        <translation>现已训练 {words} 词</translation>
    </message>
    <message>
        <source>Not taken either: {names}</source>
        <translation>同样未采用：{names}</translation>
    </message>
    <message>
        <source>after 1 word</source>
        <translation>训练 1 词后</translation>
    </message>
</context>
<context>
    <name>SearchLine</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
</context>
<context>
    <name>SentenceLengthsPanel</name>
    <message>
        <source>full window: 2·{window} + 1</source>
        <translation>完整窗口：2·{window} + 1</translation>
    </message>
    <message>
        <source>full window</source>
        <translation>完整窗口</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>句数</translation>
    </message>
    <message>
        <source>Sentence lengths</source>
        <translation>句长分布</translation>
    </message>
    <message>
        <source>How many sentences have how many tokens. A window reaches over so many tokens on both sides of its centre: sentences left of the dashed line, the pale ones, are shorter than a full window. Words that are passed over are counted here, but windows are made without them: a few more sentences have none.</source>
        <translation>各种长度（词数）的句子各有多少。窗口从中心词向左右两侧各伸出若干个词：虚线左边浅色的句子，比一个完整窗口还短。这里把被跳过的词也计算在内，而窗口是去掉它们之后才取的，所以实际放不下完整窗口的句子还会略多一些。</translation>
    </message>
    <message>
        <source>Open a text: how long its sentences are will be plotted here.</source>
        <translation>打开一个文本后，这里会画出它的句长分布。</translation>
    </message>
    <message>
        <source>Sentences by their number of tokens</source>
        <translation>各种词数的句子数量</translation>
    </message>
    <message>
        <source>mean {mean}</source>
        <translation>平均 {mean}</translation>
    </message>
    <message>
        <source>longest {longest}</source>
        <translation>最长 {longest}</translation>
    </message>
    <message>
        <source>{share} % shorter than a full window</source>
        <translation>{share} % 短于完整窗口</translation>
    </message>
    <message>
        <source>The sentences are being measured.</source>
        <translation>正在统计句长。</translation>
    </message>
    <message>
        <source>median {median} tokens</source>
        <translation>中位数 {median} 个词</translation>
    </message>
</context>
<context>
    <name>SharedTable</name>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>share</source>
        <translation>贡献</translation>
    </message>
    <message>
        <source>PMI</source>
        <translation>PMI</translation>
    </message>
    <message>
        <source>Words that stand beside the one as well as beside the other.</source>
        <translation>在两个词旁边都出现过的词。</translation>
    </message>
    <message>
        <source>What the word adds to the cosine of the contexts: √(n₁·n₂) · PMI₁ · PMI₂, nothing where a PMI is not positive. Skip-gram with negative sampling learns vectors whose products come close to the PMI, less a constant (Levy and Goldberg 2014): what is unusually frequent beside both words draws their vectors together, the more so the more often it is met.</source>
        <translation>该词对上下文余弦的贡献：√(n₁·n₂) · PMI₁ · PMI₂，若有一个 PMI 不为正则为 0。用负采样训练的 skip-gram 学到的向量，其内积接近 PMI 减去一个常数（Levy 和 Goldberg 2014）：在两个词旁边都异常频繁的词会把它们的向量拉近，出现得越多，拉得越近。</translation>
    </message>
    <message>
        <source>How often it stands at most {window} places from “{word}”, in the same sentence.</source>
        <translation>它在同一句中、与“{word}”相距至多 {window} 个词处出现的次数。</translation>
    </message>
    <message>
        <source>Pointwise mutual information in bits: log₂ of how much likelier it is at most {window} places from “{word}” than anywhere in the text.</source>
        <translation>点互信息（单位：比特）：它出现在“{word}”前后 {window} 个词以内的概率是其在全文中概率的多少倍，再取 log₂。</translation>
    </message>
    <message>
        <source>“{context}” stands {count} times beside “{word}”: PMI {pmi}.</source>
        <translation>“{context}”在“{word}”旁边出现 {count} 次：PMI {pmi}。</translation>
    </message>
    <message>
        <source>It makes {share} % of what the two have in common.</source>
        <translation>它占两个词共同之处的 {share} %。</translation>
    </message>
</context>
<context>
    <name>SimilarityPanel</name>
    <message>
        <source>Ask about “{word}”</source>
        <translation>提问“{word}”</translation>
    </message>
    <message>
        <source>Take “{word}” away</source>
        <translation>移除“{word}”</translation>
    </message>
    <message>
        <source>Take all words away</source>
        <translation>移除全部词</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>Not there either: {words}.</source>
        <translation>同样没有的词：{words}。</translation>
    </message>
    <message>
        <source>The first {shown} words are compared; {more} more are left out.</source>
        <translation>只比较前 {shown} 个词，其余 {more} 个未列入。</translation>
    </message>
    <message>
        <source>“{word}” has no direction: its vector is zero or not finite.</source>
        <translation>“{word}”没有方向：它的向量为零，或含有非有限值。</translation>
    </message>
    <message>
        <source>Take the {count} words of the answer</source>
        <translation>换成答案中的 {count} 个词</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>The cosine of each word with each: green above zero, violet below. The colours span −1 … 1, so that matrices can be compared, or the range of these words only. A click on a cell asks why two words are near; a double click on a word asks about it. A word is dragged to another place, or taken there by Alt and the arrow keys; Delete takes it away.</source>
        <translation>词与词两两之间的余弦：绿色为正，紫色为负。颜色默认对应 −1 … 1，便于比较不同的矩阵；也可只对应这些词的实际范围。单击格子，看这两个词为何相近；双击词，就它提问。拖动词，或按 Alt 加方向键，可移动它的位置；按 Delete 移除。</translation>
    </message>
    <message>
        <source>How similar words are to each other is seen here as soon as there are vectors.</source>
        <translation>有了词向量，这里就显示词与词有多相似。</translation>
    </message>
    <message>
        <source>Ask about a word, or type words that are to be compared.</source>
        <translation>先就一个词提问，或输入要比较的词。</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加词</translation>
    </message>
    <message>
        <source>Words to be compared</source>
        <translation>要比较的词</translation>
    </message>
    <message>
        <source>Similarity of words</source>
        <translation>词的相似度</translation>
    </message>
    <message>
        <source>Spread the colours over the range of these similarities, instead of −1 … 1</source>
        <translation>让颜色对应这些相似度的实际范围，而不是 −1 … 1</translation>
    </message>
    <message>
        <source>Clustered</source>
        <translation>聚类</translation>
    </message>
    <message>
        <source>Similar words side by side</source>
        <translation>相似的词排在一起</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>In the order in which you put them</source>
        <translation>按你排的顺序</translation>
    </message>
    <message>
        <source>Take the word of the answer</source>
        <translation>换成答案中的词</translation>
    </message>
    <message>
        <source>cosine · {words}</source>
        <translation>余弦 · {words}</translation>
    </message>
    <message>
        <source>cosine {low} … {high} · {words}</source>
        <translation>余弦 {low} … {high} · {words}</translation>
    </message>
</context>
<context>
    <name>SmallNetworkForm</name>
    <message>
        <source>Begin anew</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Draw new weights from the seed; what has been learned by now is dropped.</source>
        <translation>按种子重新随机初始化权重；已学到的内容会丢弃。</translation>
    </message>
</context>
<context>
    <name>SmallTextMenu</name>
    <message>
        <source>Small text: {title}</source>
        <translation>小文本：{title}</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>“{word}” is one word from now on.</source>
        <translation>从现在起，“{word}”是一个词。</translation>
    </message>
    <message>
        <source>“{word}” is {parts} from now on.</source>
        <translation>从现在起，“{word}”分为 {parts}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>“{word}” is passed over from now on.</source>
        <translation>从现在起，“{word}”会被跳过。</translation>
    </message>
    <message>
        <source>{count} · {size}</source>
        <translation>{count} 个 · {size}</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Open a text: its files, and how they are read, will be here.</source>
        <translation>请打开一个文本：这里将显示它的文件和读取方式。</translation>
    </message>
    <message>
        <source>Drop .txt · .gz · .zip · a folder here,
or click to choose files</source>
        <translation>将 .txt · .gz · .zip 或文件夹拖到这里，
或点击选择文件</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文本</translation>
    </message>
    <message>
        <source>Files and folders can be dropped anywhere in this window (Ctrl+O).</source>
        <translation>文件和文件夹可以拖到窗口的任何位置（Ctrl+O）。</translation>
    </message>
    <message>
        <source>All texts of a folder (Ctrl+Shift+O)</source>
        <translation>文件夹中的所有文本（Ctrl+Shift+O）</translation>
    </message>
    <message>
        <source>The text in the clipboard (Ctrl+V)</source>
        <translation>剪贴板里的文本（Ctrl+V）</translation>
    </message>
    <message>
        <source>FILES</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>ENCODING</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>WORDS</source>
        <translation>词</translation>
    </message>
    <message>
        <source>WHAT COMES OUT</source>
        <translation>读取结果</translation>
    </message>
    <message>
        <source>The words of this sample are set apart already.</source>
        <translation>这个示例已经分好词。</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>StageRow</name>
    <message>
        <source>present stage</source>
        <translation>当前步骤</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>One stage back (←); before the first, the update before is undone.</source>
        <translation>退回一步（←）；若已在第一步，则撤销前一次更新。</translation>
    </message>
    <message>
        <source>One stage on (→); after the last, the update is applied.</source>
        <translation>前进一步（→）；走完最后一步，则应用这次更新。</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>“{name}” holds vectors without the text they were learned from: they can be asked on the Explore page. What a model reads, and how it learns, can only be seen with a text.</source>
        <translation>“{name}”只有词向量，没有学习所用的文本：可以在“探索”页向它提问。模型读到什么、怎样学习，要打开文本才能看到。</translation>
    </message>
    <message>
        <source>Watch word2vec learn</source>
        <translation>亲眼看 word2vec 学习</translation>
    </message>
    <message>
        <source>Open a text and press Train: the loss, the weights, a map and the neighbours of words change before your eyes. Nothing leaves this computer.</source>
        <translation>打开一份文本，按“训练”：损失、权重、词的分布图和近邻会在眼前实时变化。内容不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Open text…</source>
        <translation>打开文本…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Paste text</source>
        <translation>粘贴文本</translation>
    </message>
    <message>
        <source>A text of yours: .txt, .gz or .zip (Ctrl+O)</source>
        <translation>您自己的文本：.txt、.gz 或 .zip（Ctrl+O）</translation>
    </message>
    <message>
        <source>All texts of a folder (Ctrl+Shift+O)</source>
        <translation>文件夹中的所有文本（Ctrl+Shift+O）</translation>
    </message>
    <message>
        <source>The text in the clipboard (Ctrl+V)</source>
        <translation>剪贴板里的文本（Ctrl+V）</translation>
    </message>
    <message>
        <source>Files and folders can be dropped anywhere in this window.</source>
        <translation>也可以把文件或文件夹拖到窗口的任何位置。</translation>
    </message>
    <message>
        <source>OR BEGIN WITH A BUILT-IN SAMPLE</source>
        <translation>或从内置样例开始</translation>
    </message>
    <message>
        <source>OPENED LAST</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Capitals and countries, kings and queens: a small language, learned in a minute</source>
        <translation>首都与国家、国王与王后：一种小语言，一分钟就能学会（英文）</translation>
    </message>
    <message>
        <source>The same in Chinese, its words already set apart</source>
        <translation>同样的小语言，中文，已经分好词</translation>
    </message>
    <message>
        <source>Ten Chinese words: small enough to follow every number of a step</source>
        <translation>只有十个词：小到可以跟踪一步训练里的每个数</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>reading: {done} of {total}, {tokens} tokens</source>
        <translation>正在读取：{done} / {total}，{tokens} 词次</translation>
    </message>
    <message>
        <source>reading: {done}, {tokens} tokens</source>
        <translation>正在读取：{done}，{tokens} 词次</translation>
    </message>
    <message>
        <source>threads {threads}</source>
        <translation>{threads} 线程</translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation>种子 {seed}</translation>
    </message>
    <message>
        <source>epoch {epoch} / {epochs}</source>
        <translation>第 {epoch} / {epochs} 轮</translation>
    </message>
    <message>
        <source>{speed} words/s</source>
        <translation>{speed} 词/秒</translation>
    </message>
    <message>
        <source>loss {loss}</source>
        <translation>损失 {loss}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
    <message>
        <source>no text open</source>
        <translation>未打开文本</translation>
    </message>
    <message>
        <source>preparing: compiling for this machine…</source>
        <translation>准备中：正在为这台电脑编译…</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>出错</translation>
    </message>
    <message>
        <source>How often the whole text has been read, of how often it will be.</source>
        <translation>整份文本读到第几遍，一共要读几遍。</translation>
    </message>
    <message>
        <source>Words of the text trained per second, over about the last second.</source>
        <translation>最近约一秒内，每秒训练了文本中的多少个词。</translation>
    </message>
    <message>
        <source>The learning rate now.</source>
        <translation>当前的学习率。</translation>
    </message>
    <message>
        <source>Mean loss per prediction of the latest chunk, in nats.</source>
        <translation>最近一小块中每次预测的平均损失，单位奈特。</translation>
    </message>
    <message>
        <source>Time to the end at this speed.</source>
        <translation>按现在的速度，还要多久结束。</translation>
    </message>
    <message>
        <source>With one thread the same seed gives the same vectors, byte for byte.</source>
        <translation>单线程时，同一个种子得到的词向量每个字节都相同。</translation>
    </message>
    <message>
        <source>Where the random numbers start.</source>
        <translation>随机数的起点。</translation>
    </message>
</context>
<context>
    <name>StepHeatmaps</name>
    <message>
        <source>{word} · dimension {number}</source>
        <translation>{word} · 第 {number} 维</translation>
    </message>
    <message>
        <source>before → after</source>
        <translation>更新前 → 更新后</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Training pairs</source>
        <translation>训练对</translation>
    </message>
    <message>
        <source>Concordance</source>
        <translation>语境索引</translation>
    </message>
    <message>
        <source>Pairs or concordance</source>
        <translation>训练对或语境索引</translation>
    </message>
    <message>
        <source>Word frequency</source>
        <translation>词频分布</translation>
    </message>
    <message>
        <source>Sentence lengths</source>
        <translation>句长分布</translation>
    </message>
    <message>
        <source>Words or sentences</source>
        <translation>词或句</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Point at a word to see its window.</source>
        <translation>指向一个词，即可看到它的窗口。</translation>
    </message>
    <message>
        <source>left out by subsampling</source>
        <translation>被下采样略去</translation>
    </message>
    <message>
        <source>below min. count</source>
        <translation>低于最小词频</translation>
    </message>
    <message>
        <source>stop word</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>epoch {number}</source>
        <translation>第 {number} 轮</translation>
    </message>
    <message>
        <source>Show in the vocabulary</source>
        <translation>在词表中显示</translation>
    </message>
    <message>
        <source>Walk through this pair</source>
        <translation>逐步演算这一对</translation>
    </message>
    <message>
        <source>Copy word</source>
        <translation>复制词</translation>
    </message>
    <message>
        <source>Copy sentence</source>
        <translation>复制句子</translation>
    </message>
    <message>
        <source>Pass over “{word}” from now on</source>
        <translation>以后跳过“{word}”</translation>
    </message>
    <message>
        <source>Divide this word… (F2)</source>
        <translation>拆开这个词…（F2）</translation>
    </message>
    <message>
        <source>Put the words right</source>
        <translation>纠正分词</translation>
    </message>
    <message>
        <source>Text, as the model reads it</source>
        <translation>模型读到的文本</translation>
    </message>
    <message>
        <source>When a text is open, it stands here word by word, as the model reads it.</source>
        <translation>打开文本后，这里会按模型读到的样子逐词显示。</translation>
    </message>
    <message>
        <source>The epoch before</source>
        <translation>上一轮</translation>
    </message>
    <message>
        <source>Every epoch draws anew which words are left out and how far windows reach.</source>
        <translation>每一轮都会重新抽取：略去哪些词，窗口伸多远。</translation>
    </message>
    <message>
        <source>The next epoch</source>
        <translation>下一轮</translation>
    </message>
    <message>
        <source>Find words in the text (Ctrl+F)</source>
        <translation>在文本中查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} 词次</translation>
    </message>
    <message>
        <source>the window follows the pointer</source>
        <translation>窗口跟随指针</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>The text is being read.</source>
        <translation>正在读取文本。</translation>
    </message>
    <message>
        <source>There is no text to train on yet: open one first.</source>
        <translation>还没有可训练的文本，请先打开一个。</translation>
    </message>
    <message>
        <source>Pause after the chunk at work. Ctrl+R</source>
        <translation>做完手头这一小块后暂停。Ctrl+R</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>中文</source>
        <comment>the language to switch to, in that language</comment>
        <translation>English</translation>
    </message>
    <message>
        <source>Switch the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Open a text: .txt, .gz or .zip. Files and folders can be dropped here too.</source>
        <translation>打开文本：.txt、.gz 或 .zip。也可以把文件或文件夹拖进窗口。</translation>
    </message>
    <message>
        <source>Train exactly one window: one centre word and its context.</source>
        <translation>只训练一个窗口：一个中心词和它的上下文。</translation>
    </message>
    <message>
        <source>End this run. What it has learned stays and can be saved.</source>
        <translation>结束这次训练。学到的内容会保留，可以保存。</translation>
    </message>
    <message>
        <source>Train on this text with the settings of the Train page. Ctrl+R</source>
        <translation>按“训练”页的设置在这份文本上训练。Ctrl+R</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Heatmap</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>分布图</translation>
    </message>
    <message>
        <source>Heatmap or map</source>
        <translation>热图或分布图</translation>
    </message>
</context>
<context>
    <name>TrainingPairsPanel</name>
    <message>
        <source>Training pairs</source>
        <translation>训练对</translation>
    </message>
    <message>
        <source>Training pairs: document, input words, target word</source>
        <translation>训练对：文档、输入词、目标词</translation>
    </message>
    <message>
        <source>Train or step first: the Inside page walks with the weights of a run.</source>
        <translation>请先训练或单步：“内部”页用一次训练的权重逐步演算。</translation>
    </message>
    <message>
        <source>Walk through this pair on the Inside page</source>
        <translation>在“内部”页逐步演算这一对</translation>
    </message>
    <message>
        <source>Copy the row as TSV</source>
        <translation>将此行复制为 TSV</translation>
    </message>
    <message>
        <source>Copy {count} rows as TSV</source>
        <translation>将 {count} 行复制为 TSV</translation>
    </message>
    <message>
        <source>Save the first {count} pairs as CSV…</source>
        <translation>将前 {count} 对保存为 CSV…</translation>
    </message>
    <message>
        <source>Here stands what the model will be taught: every window of the text, row by row. Open a text.</source>
        <translation>这里逐行列出模型将要学习的内容：文本的每一个窗口。请打开一个文本。</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 个训练对</translation>
    </message>
    <message>
        <source>epoch {epoch}</source>
        <translation>第 {epoch} 轮</translation>
    </message>
    <message>
        <source>exact rows the model will see</source>
        <translation>与模型实际训练的逐行一致</translation>
    </message>
    <message>
        <source>counting …</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>A row for each prediction: what is given is blue, what is predicted is orange. CBOW gives the context and predicts the centre; skip-gram gives the centre and predicts its context, one word after the other. Words in grey within a window are passed over: rare words, stop words, or left out by subsampling.</source>
        <translation>每行是一次预测：给出的词为蓝色，要预测的词为橙色。CBOW 给出上下文，预测中心词；skip-gram 给出中心词，逐个预测上下文中的词。窗口里灰色的词会被跳过：低频词、停用词，或被下采样略去的词。</translation>
    </message>
</context>
<context>
    <name>UnknownView</name>
    <message>
        <source>, </source>
        <comment>between words in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Nor are these: {words}.</source>
        <translation>这些词也不在其中：{words}。</translation>
    </message>
    <message>
        <source>“{word}” is not among the {count} words. Did you mean:</source>
        <translation>“{word}”不在这 {count} 个词中。是否要找：</translation>
    </message>
    <message>
        <source>“{word}” is not among the {count} words, nor is any similar spelling.</source>
        <translation>“{word}”不在这 {count} 个词中，也没有写法相近的词。</translation>
    </message>
    <message>
        <source>“{word}” is not here: there is one word only. Did you mean:</source>
        <translation>没有“{word}”，这里只有一个词。是否要找：</translation>
    </message>
    <message>
        <source>“{word}” is not here, nor is any similar spelling: there is one word only.</source>
        <translation>没有“{word}”，这里只有一个词，写法也不相近。</translation>
    </message>
</context>
<context>
    <name>UpdateLosses</name>
    <message>
        <source>update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>E of its pair</source>
        <translation>该训练对的 E</translation>
    </message>
    <message>
        <source>mean E, after {count}</source>
        <translation>平均 E（{count} 次更新后）</translation>
    </message>
</context>
<context>
    <name>VectorMapPanel</name>
    <message>
        <source>Input and output vectors</source>
        <translation>输入向量与输出向量</translation>
    </message>
    <message>
        <source>Vectors</source>
        <translation>词向量</translation>
    </message>
    <message>
        <source>the dimensions themselves</source>
        <translation>原始维度</translation>
    </message>
    <message>
        <source>PCA · {share} % of variance</source>
        <translation>PCA · 占方差 {share}%</translation>
    </message>
    <message>
        <source>{count} out of sight</source>
        <translation>{count} 个在画面外</translation>
    </message>
    <message>
        <source>dimension {number}</source>
        <translation>第 {number} 维</translation>
    </message>
    <message>
        <source>arrows {factor} times as long</source>
        <translation>箭头放大 {factor} 倍</translation>
    </message>
    <message>
        <source>This map is for small networks, whose words all find room on it. Choose one at the top.</source>
        <translation>这张图用于小网络，因为所有的词都放得下。请在上方选一个小网络。</translation>
    </message>
    <message>
        <source>The vectors of a small network will be points here, and move with every step.</source>
        <translation>小网络的向量会成为这里的点，每更新一次就移动一次。</translation>
    </message>
    <message>
        <source>Every word has two vectors: a row of W, blue, and one of W′, orange; in hierarchical softmax W′ has inner nodes instead. They lie on the plane in which they differed most when it was fitted; the lines cross at the zero vector. Arrows show where the step takes them. The wheel zooms, dragging moves.</source>
        <translation>每个词有两个向量：W 的一行（蓝色）和 W′ 的一行（橙色）；层次 softmax 中 W′ 对应内部节点。投影平面取的是定轴时各向量差别最大的方向，两条线交于零向量。箭头表示这一步把它们移向哪里。滚轮缩放，拖动平移。</translation>
    </message>
    <message>
        <source>Refit</source>
        <translation>重新定轴</translation>
    </message>
    <message>
        <source>Lay the plane anew through the vectors as they are now, and show all of them</source>
        <translation>按当前的向量重新选取投影平面，并显示全部</translation>
    </message>
    <message>
        <source>Map of input and output vectors</source>
        <translation>输入向量与输出向量的分布图</translation>
    </message>
</context>
<context>
    <name>VectorsBar</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>No vectors yet</source>
        <translation>还没有词向量</translation>
    </message>
    <message>
        <source>N = {n}</source>
        <translation>N = {n}</translation>
    </message>
    <message>
        <source>without a text</source>
        <translation>没有文本</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>本次训练</translation>
    </message>
    <message>
        <source>Open vectors…</source>
        <translation>打开词向量…</translation>
    </message>
    <message>
        <source>From anywhere: word2vec, GloVe, fastText, safetensors, npz, TSV (Ctrl+Shift+V)</source>
        <translation>来源不限：word2vec、GloVe、fastText、safetensors、npz、TSV（Ctrl+Shift+V）</translation>
    </message>
    <message>
        <source>Open other vectors…</source>
        <translation>打开其他词向量…</translation>
    </message>
    <message>
        <source>Read only the first rows…</source>
        <translation>只读前若干行…</translation>
    </message>
    <message>
        <source>Close these vectors</source>
        <translation>关闭这些词向量</translation>
    </message>
    <message>
        <source>Lines, shared contexts and training need the text: open one that has these words.</source>
        <translation>例句、共同上下文和训练都需要文本：请打开一份含有这些词的文本。</translation>
    </message>
    <message>
        <source>{label}: {text}</source>
        <translation>{label}：{text}</translation>
    </message>
    <message>
        <source>after {words} of training</source>
        <translation>已训练 {words}</translation>
    </message>
</context>
<context>
    <name>VectorsChoice</name>
    <message>
        <source>There are no output vectors W′ for each word: most files of vectors do not hold them, and hierarchical softmax has none.</source>
        <translation>没有每个词的输出向量 W′：多数词向量文件不含它们，层次 softmax 也没有。</translation>
    </message>
    <message>
        <source>Ask the input vectors: the rows of W.</source>
        <translation>查询输入向量：W 的各行。</translation>
    </message>
    <message>
        <source>Ask the output vectors: the rows of W′.</source>
        <translation>查询输出向量：W′ 的各行。</translation>
    </message>
    <message>
        <source>mean</source>
        <comment>of two vectors</comment>
        <translation>均值</translation>
    </message>
    <message>
        <source>Ask the means of both vectors of a word.</source>
        <translation>查询每个词两种向量的均值。</translation>
    </message>
    <message>
        <source>Which vectors are asked</source>
        <translation>查询哪种向量</translation>
    </message>
</context>
<context>
    <name>VocabularyPanel</name>
    <message>
        <source>Next in the text</source>
        <translation>到文中下一处</translation>
    </message>
    <message>
        <source>Watch this word</source>
        <translation>关注这个词</translation>
    </message>
    <message>
        <source>Pass over from now on</source>
        <translation>设为停用词（以后跳过）</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Most frequent first</source>
        <translation>词频从高到低</translation>
    </message>
    <message>
        <source>Rarest first</source>
        <translation>词频从低到高</translation>
    </message>
    <message>
        <source>Alphabetical</source>
        <translation>按字母（拼音）顺序</translation>
    </message>
    <message>
        <source>Alphabetical, backwards</source>
        <translation>按字母（拼音）逆序</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
    <message>
        <source>{count} found</source>
        <translation>找到 {count} 个</translation>
    </message>
    <message>
        <source>The first {most} of {count} rows have been copied: all of them can be saved as CSV.</source>
        <translation>共 {count} 行，已复制前 {most} 行；要得到全部，请另存为 CSV。</translation>
    </message>
    <message>
        <source>No word here matches “{query}”, but {count} of the others: choose All.</source>
        <translation>这些词里没有与“{query}”相符的，其余的词里有 {count} 个：请选“全部”。</translation>
    </message>
    <message>
        <source>No word matches “{query}”.</source>
        <translation>没有词与“{query}”相符。</translation>
    </message>
    <message>
        <source>No word occurs {count} times: lower min. count.</source>
        <translation>没有词出现 {count} 次：请调低最小词频。</translation>
    </message>
    <message>
        <source>No word is passed over.</source>
        <translation>没有被跳过的词。</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Every word of the text, and what becomes of it with the settings of the moment. Words that occur less often than min. count, and stop words, are passed over: windows are made as if they were not there. A click on the head of a column sorts.</source>
        <translation>文本中的每个词，以及它在当前设置下的去向。达不到最小词频的词和停用词会被跳过：取窗口时当它们不存在。点击列标题即可排序。</translation>
    </message>
    <message>
        <source>Open a text: its words will be listed here.</source>
        <translation>打开一个文本后，这里会列出它的词。</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>查找词</translation>
    </message>
    <message>
        <source>Show all words again (Esc)</source>
        <translation>重新显示全部词（Esc）</translation>
    </message>
    <message>
        <source>Part of the words that are listed</source>
        <translation>要查找的词的一部分</translation>
    </message>
    <message>
        <source>Part of a word. ^un: words that begin with un; ing$: words that end with ing.
With * for anything and ? for one character, the whole word is meant: un*able, ?玉.</source>
        <translation>输入词的一部分。^un：以 un 开头的词；ing$：以 ing 结尾的词。
用 * 代表任意多个字、? 代表一个字时，匹配的是整个词：un*able，?玉。</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Words that are trained: they occur at least min. count times.</source>
        <translation>参加训练的词：出现次数达到最小词频。</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Words that are not trained: below min. count, and stop words.</source>
        <translation>不参加训练的词：低于最小词频的词，以及停用词。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All words of the text.</source>
        <translation>文本中的所有词。</translation>
    </message>
    <message>
        <source>Which words are listed</source>
        <translation>列出哪些词</translation>
    </message>
    <message>
        <source>Words of the text</source>
        <translation>文本中的词</translation>
    </message>
</context>
<context>
    <name>VocabularyTable</name>
    <message>
        <source>rank</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>word</source>
        <translation>词</translation>
    </message>
    <message>
        <source>count</source>
        <translation>词频</translation>
    </message>
    <message>
        <source>share %</source>
        <translation>占比 %</translation>
    </message>
    <message>
        <source>P(keep)</source>
        <translation>P(保留)</translation>
    </message>
    <message>
        <source>P(noise)</source>
        <translation>P(噪声)</translation>
    </message>
    <message>
        <source>The place of the word when all are sorted by how often they occur; 1 is the most frequent.</source>
        <translation>所有词按出现次数排序后，这个词的名次；最常见的词为 1。</translation>
    </message>
    <message>
        <source>The word as the model reads it. Sorted by the alphabet, and Chinese characters in common use by sound.</source>
        <translation>模型读到的词。按字母排序，常用汉字按拼音排序。</translation>
    </message>
    <message>
        <source>How often the word occurs in the text: n.</source>
        <translation>这个词在文本中出现的次数 n。</translation>
    </message>
    <message>
        <source>Of all tokens of the text, how many are this word: n divided by their number, in percent.</source>
        <translation>这个词占全文总词数的比例：n 除以总词数，以百分数表示。</translation>
    </message>
    <message>
        <source>The probability that subsampling keeps an occurrence of the word: (√(n/(t·T)) + 1)·t·T/n, at most 1, with the setting Subsampling for t and the number of tokens that reach min. count for T, as in word2vec.c.</source>
        <translation>高频词下采样时，这个词每次出现被保留的概率：(√(n/(t·T)) + 1)·t·T/n，至多为 1；t 是设置“高频词下采样”，T 是达到最小词频的词在文本中的总数，与 word2vec.c 相同。</translation>
    </message>
    <message>
        <source>The probability that a noise word, when one is drawn, is this word: n to the power of the setting Noise exponent, divided by the sum of the same over all words that are kept. Mikolov et al. 2013, arXiv:1310.4546.</source>
        <translation>每抽取一个噪声词，抽到这个词的概率：n 的若干次幂（指数见设置“噪声指数”），除以所有保留的词的同一数值之和。Mikolov 等 2013，arXiv:1310.4546。</translation>
    </message>
    <message>
        <source>stop word</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>rare</source>
        <translation>低频</translation>
    </message>
    <message>
        <source>{count} times, {share} % of the tokens</source>
        <translation>出现 {count} 次，占全文的 {share} %</translation>
    </message>
    <message>
        <source>{count} times, {share} % of the tokens, rank {rank}</source>
        <translation>出现 {count} 次，占全文的 {share} %，排名第 {rank}</translation>
    </message>
    <message>
        <source>A stop word: passed over.</source>
        <translation>停用词：跳过。</translation>
    </message>
    <message>
        <source>Below min. count {count}: passed over.</source>
        <translation>低于最小词频 {count}：跳过。</translation>
    </message>
    <message>
        <source>Subsampling keeps an occurrence with probability {keep}.</source>
        <translation>高频词下采样时，每次出现以概率 {keep} 保留。</translation>
    </message>
    <message>
        <source>A noise word is this word with probability {noise}.</source>
        <translation>抽取噪声词时，以概率 {noise} 抽到这个词。</translation>
    </message>
</context>
<context>
    <name>WatchedPanel</name>
    <message>
        <source>Watch “{word}”</source>
        <translation>关注“{word}”</translation>
    </message>
    <message>
        <source>Plot similarity with “{word}”</source>
        <translation>绘制与“{word}”的相似度</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Stop watching “{word}”</source>
        <translation>不再关注“{word}”</translation>
    </message>
    <message>
        <source>Watched words</source>
        <translation>关注的词</translation>
    </message>
    <message>
        <source>by cosine · live</source>
        <translation>余弦 · 实时</translation>
    </message>
    <message>
        <source>Open a text, and the neighbours of some words will appear here while the model learns.</source>
        <translation>打开文本后，训练时这里会实时显示几个词的近邻。</translation>
    </message>
    <message>
        <source>Type a word to watch</source>
        <translation>输入要关注的词</translation>
    </message>
    <message>
        <source>Word to watch</source>
        <translation>要关注的词</translation>
    </message>
    <message>
        <source>“{word}” made room: {count} words can be watched at a time.</source>
        <translation>最多同时关注 {count} 个词，“{word}”已让出位置。</translation>
    </message>
    <message>
        <source>Type a word above, or click one in another card.</source>
        <translation>在上面输入一个词，或在其他卡片中点选一个词。</translation>
    </message>
    <message>
        <source>Neighbours appear as soon as the model begins to learn.</source>
        <translation>模型一开始学习，这里就会列出近邻。</translation>
    </message>
</context>
<context>
    <name>WatchedSection</name>
    <message>
        <source>count {count}</source>
        <translation>出现 {count} 次</translation>
    </message>
    <message>
        <source>How often the word occurs in the text.</source>
        <translation>该词在文本中出现的次数。</translation>
    </message>
    <message>
        <source>Stop watching {word}</source>
        <translation>不再关注 {word}</translation>
    </message>
    <message>
        <source>Stop watching this word (Delete)</source>
        <translation>不再关注这个词（Delete）</translation>
    </message>
    <message>
        <source>Words nearest to {word}</source>
        <translation>与 {word} 最近的词</translation>
    </message>
</context>
<context>
    <name>WayBack</name>
    <message>
        <source>Back ({keys})</source>
        <translation>后退（{keys}）</translation>
    </message>
    <message>
        <source>Forward ({keys})</source>
        <translation>前进（{keys}）</translation>
    </message>
</context>
<context>
    <name>WhyPanel</name>
    <message>
        <source>Type two words above, or choose a neighbour of a word that was asked about.</source>
        <translation>在上面输入两个词，或在查询结果中选一个近邻。</translation>
    </message>
    <message>
        <source>These vectors come without a text. Open a text in which their words stand, and what stands beside both words can be seen here.</source>
        <translation>这些向量没有附带文本。打开一个含有这些词的文本，就能在这里看到两个词旁边都出现了什么。</translation>
    </message>
    <message>
        <source>No word stands beside “{first}” as well as beside “{second}” in the open text.</source>
        <translation>在打开的文本中，没有词既出现在“{first}”旁边又出现在“{second}”旁边。</translation>
    </message>
    <message>
        <source>“{word}” is not in the open text.</source>
        <translation>打开的文本中没有“{word}”。</translation>
    </message>
    <message>
        <source>Neither “{first}” nor “{second}” is in the open text.</source>
        <translation>打开的文本中既没有“{first}”，也没有“{second}”。</translation>
    </message>
    <message>
        <source>no cosine</source>
        <translation>无余弦</translation>
    </message>
    <message>
        <source>cosine {figure}</source>
        <translation>余弦 {figure}</translation>
    </message>
    <message>
        <source>a sample so far</source>
        <translation>暂为抽样结果</translation>
    </message>
    <message>
        <source>Why near</source>
        <translation>为何相近</translation>
    </message>
    <message>
        <source>Train a model or open vectors, and why two words are near can be seen here.</source>
        <translation>训练模型或打开向量，就能在这里看到两个词为何相近。</translation>
    </message>
    <message>
        <source>Words that stand beside both</source>
        <translation>两者旁边都出现的词</translation>
    </message>
    <message>
        <source>{count} contexts shared of {first} and {second}</source>
        <translation>共有 {count} 个上下文（各有 {first} 与 {second} 个）</translation>
    </message>
    <message>
        <source>Why two words have similar vectors: because the same words stand unusually often beside both. The cosine is that of the vectors. The cosine of contexts is what counts alone say: for each word its positive PMI times the root of how often it stands there. The two go together, but not closely: training also sees likenesses between contexts that are different words.</source>
        <translation>为什么两个词的向量相似：因为同样的一些词异常频繁地出现在两者旁边。余弦是向量的余弦。上下文余弦只由计数得出：每个上下文词取正的 PMI 乘以出现次数的平方根。两者大体一致，但并不紧密：训练还会看到不同的上下文词之间的相似。</translation>
    </message>
    <message>
        <source>of contexts {figure}</source>
        <comment>cosine</comment>
        <translation>上下文余弦 {figure}</translation>
    </message>
</context>
<context>
    <name>WordHint</name>
    <message>
        <source>Did you mean “{word}”?</source>
        <translation>是不是想找“{word}”？</translation>
    </message>
</context>
<context>
    <name>WordListDialog</name>
    <message>
        <source>Kept for the next texts and the next start.</source>
        <translation>以后打开的文本和下次启动时仍会使用。</translation>
    </message>
    <message>
        <source>Too long to be kept for the next start: save it as a file.</source>
        <translation>太长，下次启动时不会保留：请另存为文件。</translation>
    </message>
    <message>
        <source>Line {number} is {length} characters long: write one word a line.</source>
        <translation>第 {number} 行有 {length} 个字符：请每行只写一个词。</translation>
    </message>
    <message>
        <source>Line {number} should be “word”, “word frequency”, “word frequency tag” or “left|right”, and is: {line}</source>
        <translation>第 {number} 行应写成“词”“词 词频”“词 词频 词性”或“左|右”，而它是：{line}</translation>
    </message>
    <message>
        <source>Stop words</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>A word a line. These words stay visible in the text, and training passes over them: they are neither centre nor context.</source>
        <translation>每行一个词。这些词在文本中仍然可见，但训练时跳过：既不作中心词，也不作上下文。</translation>
    </message>
    <message>
        <source>User dictionary</source>
        <translation>用户词典</translation>
    </message>
    <message>
        <source>A word a line, as “word” or “word frequency tag”. “left|right” divides what would be one word. A later line counts more than an earlier one.</source>
        <translation>每行一个词，写成“词”或“词 词频 词性”。“左|右”把本来会合成一个词的两部分分开。后面的行优先于前面的行。</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>载入…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>From a text file in any encoding, in place of what is here; Undo brings it back.</source>
        <translation>从任意编码的文本文件载入，替换这里的内容；可以撤销。</translation>
    </message>
    <message>
        <source>As a text file, in UTF-8.</source>
        <translation>存为 UTF-8 文本文件。</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销（Ctrl+Z）</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Most frequent words of this text:</source>
        <translation>本文最常见的词：</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Read the text again with this list (Ctrl+Enter)</source>
        <translation>用这个词表重新读取文本（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>WordOptions</name>
    <message>
        <source>{found} · auto</source>
        <comment>short</comment>
        <translation>{found} · 自动</translation>
    </message>
    <message>
        <source>Taken for: {found}</source>
        <translation>判定为：{found}</translation>
    </message>
</context>
<context>
    <name>WordSearch</name>
    <message>
        <source>Words, separated by spaces</source>
        <translation>输入词，用空格隔开</translation>
    </message>
    <message>
        <source>Words whose rows are shown</source>
        <translation>要显示哪些词的行</translation>
    </message>
</context>
<context>
    <name>_Model</name>
    <message>
        <source>Near it</source>
        <translation>共现词</translation>
    </message>
    <message>
        <source>count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>PMI</source>
        <translation>PMI</translation>
    </message>
    <message>
        <source>Words at most {window} places away, in the same sentence.</source>
        <translation>同一句中相距不超过 {window} 个词的词。</translation>
    </message>
    <message>
        <source>How often the word stands there.</source>
        <translation>该词在那里出现的次数。</translation>
    </message>
    <message>
        <source>Pointwise mutual information in bits: log₂ of how much likelier the word is there than anywhere in the text. Listed are words that stand there at least {least} times.</source>
        <translation>点互信息（比特）：该词在那里出现的概率是在全文中出现概率的多少倍，取 log₂。只列出在那里至少出现 {least} 次的词。</translation>
    </message>
</context>
<context>
    <name>ask</name>
    <message>
        <source>the mean of W and W′</source>
        <translation>W 与 W′ 的均值</translation>
    </message>
    <message>
        <source>after {count} trained words</source>
        <translation>已训练 {count} 词</translation>
    </message>
    <message>
        <source>cosines over {rows}</source>
        <translation>按 {rows} 的余弦</translation>
    </message>
    <message>
        <source>cosine over {rows}</source>
        <translation>按 {rows} 的余弦</translation>
    </message>
    <message>
        <source>3CosMul over {rows}</source>
        <translation>按 {rows} 的 3CosMul</translation>
    </message>
    <message>
        <source>Nearest to {question}</source>
        <translation>与 {question} 最近</translation>
    </message>
    <message>
        <source>The odd one out is {word}</source>
        <translation>不合群的词是 {word}</translation>
    </message>
    <message>
        <source>Cosine of {first} and {second}: {cosine}</source>
        <translation>{first} 与 {second} 的余弦：{cosine}</translation>
    </message>
    <message>
        <source>No word is odder than the others</source>
        <translation>没有哪个词更不合群</translation>
    </message>
    <message>
        <source>{count} of {all} words</source>
        <translation>{all} 个词中的 {count} 个</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The vectors of these are zero or not finite, and count for nothing: {words}.</source>
        <translation>以下词的向量为零或含非有限数，不起作用：{words}。</translation>
    </message>
    <message>
        <source>No other word has a direction to compare with.</source>
        <translation>没有其他词的向量有方向可比较。</translation>
    </message>
    <message>
        <source>No word is left to compare with: change the minimum count or the list.</source>
        <translation>没有可比较的词了：请调整最小词频或所限定的词。</translation>
    </message>
    <message>
        <source>There is no other word beside those of the question.</source>
        <translation>除了问题中的词，没有别的词了。</translation>
    </message>
    <message>
        <source>after 1 trained word</source>
        <translation>已训练 1 词</translation>
    </message>
</context>
<context>
    <name>concordance</name>
    <message>
        <source>{word}: a stop word. Training passes over it.</source>
        <translation>{word}：停用词，训练时跳过。</translation>
    </message>
    <message>
        <source>{word}: occurs {count} times.</source>
        <translation>{word}：出现 {count} 次。</translation>
    </message>
    <message>
        <source>{word}: occurs {count} times. Training passes over words that occur fewer than {least} times.</source>
        <translation>{word}：出现 {count} 次。训练时跳过出现不足 {least} 次的词。</translation>
    </message>
</context>
<context>
    <name>corpus</name>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The text is in a script without spaces between words that cannot be segmented here: put spaces between its words first.</source>
        <translation>这种文字的词与词之间没有空格，这里无法分词：请先在词之间加上空格。</translation>
    </message>
    <message>
        <source>Words are separated by spaces; hardly any Chinese.</source>
        <translation>词以空格分隔，几乎没有中文。</translation>
    </message>
    <message>
        <source>There is a space after every Chinese character, not after every word: characters will be the words.</source>
        <translation>每个汉字之后都有空格，而不是每个词之后：将以单字为词。</translation>
    </message>
    <message>
        <source>Chinese with spaces between the words: {mean} characters from space to space on average. It is left as it is.</source>
        <translation>中文，词之间已有空格：空格之间平均 {mean} 个字。保持原样。</translation>
    </message>
    <message>
        <source>The text looks Japanese, which the Chinese segmenter splits badly: put spaces between its words.</source>
        <translation>文本像是日文，中文分词器分不好：请先在词之间加上空格。</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>由您选定。</translation>
    </message>
    <message>
        <source>A line is a sentence.</source>
        <translation>每行是一个句子。</translation>
    </message>
    <message>
        <source>Lines are wrapped; paragraphs are taken as sentences.</source>
        <translation>文本按固定宽度折行，以段落为句子。</translation>
    </message>
    <message>
        <source>{share} % of it is Chinese without spaces: it goes through the segmenter.</source>
        <translation>其中 {share}% 是没有空格的中文：由分词器分词。</translation>
    </message>
    <message>
        <source>{share} % of it is Chinese, the rest is spaced: Chinese goes through the segmenter, the rest is split at spaces.</source>
        <translation>其中 {share}% 是中文，其余以空格分隔：中文由分词器分词，其余按空格切分。</translation>
    </message>
</context>
<context>
    <name>corrections</name>
    <message>
        <source>These words stand in different sentences.</source>
        <translation>这些词不在同一个句子里。</translation>
    </message>
    <message>
        <source>“{sign}” stands between these words: a word cannot reach over it.</source>
        <translation>这些词之间有“{sign}”，不能合成一个词。</translation>
    </message>
    <message>
        <source>There is a space between these words: a word cannot reach over it.</source>
        <translation>这些词之间有空白，不能合成一个词。</translation>
    </message>
    <message>
        <source>Make one word: {word}</source>
        <translation>合成一个词：{word}</translation>
    </message>
    <message>
        <source>Divide here: {left} | {right}</source>
        <translation>在此拆开：{left} | {right}</translation>
    </message>
    <message>
        <source>Only where Chinese words end can be put right.</source>
        <translation>只能纠正中文词的边界。</translation>
    </message>
    <message>
        <source>Words end at spaces here: there is no segmenter whose words could be put right.</source>
        <translation>这段文本以空格分词，没有经过分词器，因此无从纠正。</translation>
    </message>
    <message>
        <source>The text is being trained on: words can be put right when the training has ended.</source>
        <translation>正在用这段文本训练：训练结束后才能纠正分词。</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Open text</source>
        <translation>打开文本</translation>
    </message>
    <message>
        <source>Texts (*.txt *.gz *.zip);;All files (*)</source>
        <translation>文本 (*.txt *.gz *.zip);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>About w2v-gui</source>
        <translation>关于 w2v-gui</translation>
    </message>
    <message>
        <source>A desktop laboratory for word2vec. Nothing you open leaves this machine.</source>
        <translation>桌面上的 word2vec 实验室。您打开的内容不会离开这台电脑。</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save what the card shows</source>
        <translation>保存卡片内容</translation>
    </message>
    <message>
        <source>Model to train on: everything (*.npz)</source>
        <translation>可继续训练的完整模型 (*.npz)</translation>
    </message>
    <message>
        <source>Load a list of words</source>
        <translation>载入词表</translation>
    </message>
    <message>
        <source>Lists (*.txt *.dic *.dict *.gz);;All files (*)</source>
        <translation>词表 (*.txt *.dic *.dict *.gz);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Vectors, word2vec binary (*.bin)</source>
        <translation>词向量，word2vec 二进制 (*.bin)</translation>
    </message>
    <message>
        <source>Vectors, word2vec text (*.txt)</source>
        <translation>词向量，word2vec 文本 (*.txt)</translation>
    </message>
    <message>
        <source>Save model or vectors</source>
        <translation>保存模型或词向量</translation>
    </message>
    <message>
        <source>Unsaved model</source>
        <translation>模型尚未保存</translation>
    </message>
    <message>
        <source>Save what was learned from “{name}”?</source>
        <translation>要保存从“{name}”学到的模型吗？</translation>
    </message>
    <message>
        <source>Otherwise {time} of training will be lost.</source>
        <translation>若不保存，将丢失 {time} 的训练成果。</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>不保存(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Continue a saved model</source>
        <translation>继续训练已保存的模型</translation>
    </message>
    <message>
        <source>Models (*.npz)</source>
        <translation>模型 (*.npz)</translation>
    </message>
    <message>
        <source>Open vectors</source>
        <translation>打开词向量</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>How many rows of “{name}” should be read, from the first on?</source>
        <translation>从第一行起，读取“{name}”的多少行？</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>The model has done all of its {done} epochs. How many more?</source>
        <translation>模型已完成全部 {done} 轮。还要再训练几轮？</translation>
    </message>
    <message>
        <source>C&amp;ontinue</source>
        <translation>继续(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Add test sets</source>
        <translation>添加测试集</translation>
    </message>
    <message>
        <source>Test sets (*.txt *.tsv *.csv);;All files (*)</source>
        <translation>测试集 (*.txt *.tsv *.csv);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Map coordinates</source>
        <translation>图上坐标</translation>
    </message>
    <message>
        <source>Save for other programs</source>
        <translation>存给其他程序</translation>
    </message>
    <message>
        <source>The format is of several files. Replace {files}, too?</source>
        <translation>这种格式由多个文件组成。也要替换 {files} 吗？</translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>替换(&amp;R)</translation>
    </message>
    <message>
        <source>None, &amp;ask it</source>
        <translation>不再训练，直接查询(&amp;A)</translation>
    </message>
    <message>
        <source>Opens the vectors of the model on the Explore page</source>
        <translation>在“探索”页打开该模型的词向量</translation>
    </message>
</context>
<context>
    <name>encodings</name>
    <message>
        <source>Chinese, simplified (GB18030)</source>
        <translation>简体中文（GB18030）</translation>
    </message>
    <message>
        <source>Chinese, simplified (HZ)</source>
        <translation>简体中文（HZ）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5-HKSCS)</source>
        <translation>繁体中文（Big5-HKSCS）</translation>
    </message>
    <message>
        <source>Chinese, traditional (Big5, Windows)</source>
        <translation>繁体中文（Big5，Windows）</translation>
    </message>
    <message>
        <source>Japanese (Shift_JIS)</source>
        <translation>日文（Shift_JIS）</translation>
    </message>
    <message>
        <source>Japanese (EUC-JP)</source>
        <translation>日文（EUC-JP）</translation>
    </message>
    <message>
        <source>Japanese (ISO-2022-JP)</source>
        <translation>日文（ISO-2022-JP）</translation>
    </message>
    <message>
        <source>Korean (EUC-KR)</source>
        <translation>韩文（EUC-KR）</translation>
    </message>
    <message>
        <source>Korean (ISO-2022-KR)</source>
        <translation>韩文（ISO-2022-KR）</translation>
    </message>
    <message>
        <source>UTF-16, little-endian</source>
        <translation>UTF-16（小端）</translation>
    </message>
    <message>
        <source>UTF-16, big-endian</source>
        <translation>UTF-16（大端）</translation>
    </message>
    <message>
        <source>UTF-32, little-endian</source>
        <translation>UTF-32（小端）</translation>
    </message>
    <message>
        <source>UTF-32, big-endian</source>
        <translation>UTF-32（大端）</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>西欧文字（Windows-1252）</translation>
    </message>
    <message>
        <source>Central European (Windows-1250)</source>
        <translation>中欧文字（Windows-1250）</translation>
    </message>
    <message>
        <source>Central European (ISO 8859-2)</source>
        <translation>中欧文字（ISO 8859-2）</translation>
    </message>
    <message>
        <source>Cyrillic (Windows-1251)</source>
        <translation>西里尔文（Windows-1251）</translation>
    </message>
    <message>
        <source>Cyrillic (KOI8-R)</source>
        <translation>西里尔文（KOI8-R）</translation>
    </message>
    <message>
        <source>Cyrillic (DOS 866)</source>
        <translation>西里尔文（DOS 866）</translation>
    </message>
    <message>
        <source>Cyrillic (ISO 8859-5)</source>
        <translation>西里尔文（ISO 8859-5）</translation>
    </message>
    <message>
        <source>Greek (Windows-1253)</source>
        <translation>希腊文（Windows-1253）</translation>
    </message>
    <message>
        <source>Hebrew (Windows-1255)</source>
        <translation>希伯来文（Windows-1255）</translation>
    </message>
    <message>
        <source>Arabic (Windows-1256)</source>
        <translation>阿拉伯文（Windows-1256）</translation>
    </message>
    <message>
        <source>Turkish (Windows-1254)</source>
        <translation>土耳其文（Windows-1254）</translation>
    </message>
    <message>
        <source>Thai (Windows-874)</source>
        <translation>泰文（Windows-874）</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>There is no text encoding called “{encoding}”: choose another, such as utf-8, gb18030 or big5.</source>
        <translation>没有名为“{encoding}”的文本编码：请另选一种，例如 utf-8、gb18030 或 big5。</translation>
    </message>
    <message>
        <source>The text is not in the encoding “{encoding}”: choose another.</source>
        <translation>文本不是“{encoding}”编码：请另选一种。</translation>
    </message>
    <message>
        <source>No text has been chosen: choose a file or a folder.</source>
        <translation>还没有选择文本：请选择文件或文件夹。</translation>
    </message>
    <message>
        <source>There is no room for the text&apos;s numbers on the disk ({reason}): free some space, or read less text.</source>
        <translation>磁盘上放不下这份文本的编号（{reason}）：请腾出空间，或减少文本。</translation>
    </message>
    <message>
        <source>“{name}” is empty: choose another text.</source>
        <translation>“{name}”是空的：请另选文本。</translation>
    </message>
    <message>
        <source>There are no words in “{name}”: check its encoding and language, or choose another text.</source>
        <translation>“{name}”里没有词：请检查编码和语言，或另选文本。</translation>
    </message>
    <message>
        <source>The only word in “{name}” is “{word}”, and it takes two different ones to learn: check the language, or choose another text.</source>
        <translation>“{name}”里只有“{word}”这一个词，而学习至少需要两个不同的词：请检查语言，或另选文本。</translation>
    </message>
    <message>
        <source>The text goes on for {count} characters without a space between words, from “{beginning}…”: choose its language or encoding, or separate its words by spaces.</source>
        <translation>文本从“{beginning}…”起连续 {count} 个字符没有空格：请选定语言或编码，或用空格把词分开。</translation>
    </message>
    <message>
        <source>“{name}” is not a text: its bytes are no characters in any encoding. Save it as plain text (.txt), or choose its encoding by hand.</source>
        <translation>“{name}”不是文本：按任何编码都读不出字符。请存为纯文本（.txt），或手动选择编码。</translation>
    </message>
    <message>
        <source>“{name}” is not in the encoding “{encoding}”: {share} % of its bytes are no characters in it. Choose another, or let it be found automatically.</source>
        <translation>“{name}”不是“{encoding}”编码：其中 {share}% 的字节不成字符。请另选编码，或让程序自动识别。</translation>
    </message>
    <message>
        <source>“{name}” is a document ({kind}), not plain text: save it as plain text (.txt) first.</source>
        <translation>“{name}”是 {kind} 文档，不是纯文本：请先存为纯文本（.txt）。</translation>
    </message>
    <message>
        <source>“{name}” cannot be read ({reason}).</source>
        <translation>无法读取“{name}”（{reason}）。</translation>
    </message>
    <message>
        <source>“{name}” can be read only once: save it to a file first.</source>
        <translation>“{name}”只能读一次：请先存成文件。</translation>
    </message>
    <message>
        <source>“{name}” is a device or a connection, not a file: save its text to a file.</source>
        <translation>“{name}”是设备或连接，不是文件：请把其中的文本存成文件。</translation>
    </message>
    <message>
        <source>“{name}” holds no text: unpack it and look what is in it.</source>
        <translation>“{name}”里没有文本：请解压后看看里面是什么。</translation>
    </message>
    <message>
        <source>There is no file “{name}”: check the name, or choose it again.</source>
        <translation>找不到文件“{name}”：请检查名称，或重新选择。</translation>
    </message>
    <message>
        <source>{name} is one of {allowed}, not “{value}”.</source>
        <translation>{name}只能是 {allowed} 之一，不能是“{value}”。</translation>
    </message>
    <message>
        <source>No word occurs {min_count} times: the most frequent one, “{word}”, occurs {count} times. Lower the minimum count.</source>
        <translation>没有词出现 {min_count} 次：最常见的“{word}”只出现 {count} 次。请降低最小词频。</translation>
    </message>
    <message>
        <source>{name} must lie between {minimum} and {maximum}, not be {value}.</source>
        <translation>{name}必须在 {minimum} 和 {maximum} 之间，不能是 {value}。</translation>
    </message>
    <message>
        <source>{name} must be a number, not “{value}”.</source>
        <translation>{name}必须是数，不能是“{value}”。</translation>
    </message>
    <message>
        <source>{name} must be a whole number, not “{value}”.</source>
        <translation>{name}必须是整数，不能是“{value}”。</translation>
    </message>
    <message>
        <source>The rate at the end (min_alpha), {min_alpha}, is above the rate at the start (alpha), {alpha}. Lower the one or raise the other.</source>
        <translation>最终学习率 {min_alpha} 高于初始学习率 {alpha}。请降低前者，或提高后者。</translation>
    </message>
    <message>
        <source>There is no setting called “{name}”.</source>
        <translation>没有名为“{name}”的设置。</translation>
    </message>
    <message>
        <source>A batch of {batch_size} windows over {words} words does not fit into memory. Lower batch_size to {largest} or less, raise min_count, or choose negative sampling.</source>
        <translation>{words} 个词、每批 {batch_size} 个窗口，内存放不下。请把批大小降到 {largest} 或更小，提高最小词频，或改用负采样。</translation>
    </message>
    <message>
        <source>Only the word “{word}” occurs {min_count} times, and a model needs at least two words. Lower the minimum count or open a longer text.</source>
        <translation>出现满 {min_count} 次的只有“{word}”一个词，而模型至少需要两个词。请降低最小词频，或打开更长的文本。</translation>
    </message>
    <message>
        <source>The longest sentence has {longest} words and a window needs {needed}. Lower the window, allow partial windows, or open a text with longer lines.</source>
        <translation>最长的句子有 {longest} 个词，而一个窗口需要 {needed} 个。请缩小窗口，允许不完整的窗口，或打开句子更长的文本。</translation>
    </message>
    <message>
        <source>Epoch {epoch} has begun already: epochs cannot be lowered to {epochs}. Stop the run instead.</source>
        <translation>第 {epoch} 轮已经开始，轮数不能再降到 {epochs}。请改为停止训练。</translation>
    </message>
    <message>
        <source>Training ran away at the rate α = {alpha:.4g}; the state after {words} words was kept. Lower alpha or batch_size.</source>
        <translation>学习率 α = {alpha:.4g} 时训练发散；已保留读完 {words} 个词时的状态。请降低学习率 α 或批大小。</translation>
    </message>
    <message>
        <source>Training ran away at the rate α = {alpha:.4g}; the state after {words} words was kept. Lower alpha.</source>
        <translation>学习率 α = {alpha:.4g} 时训练发散；已保留读完 {words} 个词时的状态。请降低学习率 α。</translation>
    </message>
    <message>
        <source>The saved model does not belong to this text and these settings. Open the text it was trained on.</source>
        <translation>保存的模型与这份文本和这些设置不符。请打开训练它时所用的文本。</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Try a higher minimum count or fewer dimensions.</source>
        <translation>内存不足。请提高最小词频或降低维数再试。</translation>
    </message>
    <message>
        <source>Something unexpected happened: {error}</source>
        <translation>出现了意外的错误：{error}</translation>
    </message>
    <message>
        <source>The model holds vectors only, without the settings and the state of their training. Choose one that was saved as .npz after training.</source>
        <translation>这个模型只有词向量，没有训练的设置和状态。请选择训练后以 .npz 保存的模型。</translation>
    </message>
    <message>
        <source>The model was trained on another text, or on the same one split into other words. Open that text with the options it was read with.</source>
        <translation>这个模型是在另一份文本上训练的，或者同一份文本当时的分词不同。请按当时的选项打开那份文本。</translation>
    </message>
    <message>
        <source>The model was trained with {name} = {old}, which cannot become {new} now. Leave {name} out, or train a new model.</source>
        <translation>这个模型训练时 {name} = {old}，现在不能改成 {new}。请不要指定 {name}，或训练新的模型。</translation>
    </message>
    <message>
        <source>The model&apos;s state of training is damaged. Take an earlier copy, or train again.</source>
        <translation>模型的训练状态已损坏。请使用更早的副本，或重新训练。</translation>
    </message>
    <message>
        <source>The model has done all of its {epochs} epochs. Ask for more of them in order to go on.</source>
        <translation>模型已完成全部 {epochs} 轮。要继续训练，请增加轮数。</translation>
    </message>
    <message>
        <source>“{file}” cannot be read ({reason}). Check the path and its permissions.</source>
        <translation>无法读取“{file}”（{reason}）。请检查路径和权限。</translation>
    </message>
    <message>
        <source>“{file}” is not a text in UTF-8. Save it as UTF-8 and try again.</source>
        <translation>“{file}”不是 UTF-8 文本。请存为 UTF-8 再试。</translation>
    </message>
    <message>
        <source>“{file}” is empty. Choose a file of word vectors.</source>
        <translation>“{file}”是空的。请选择词向量文件。</translation>
    </message>
    <message>
        <source>“{file}” is a Python pickle, as gensim&apos;s save() writes them, and opening one can run any program hidden in it. In gensim, save the vectors with model.wv.save_word2vec_format(&quot;vectors.bin&quot;, binary=True) and open that file.</source>
        <translation>“{file}”是 Python pickle（gensim 的 save() 就写成这种格式），打开它可能会运行藏在里面的任意程序。请在 gensim 里用 model.wv.save_word2vec_format(&quot;vectors.bin&quot;, binary=True) 保存词向量，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” is a bare array without words. If gensim wrote it, load the model there, save it with save_word2vec_format() and open that file.</source>
        <translation>“{file}”只是数组，没有词。如果它出自 gensim，请在 gensim 里载入模型，用 save_word2vec_format() 保存，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” is in finalfusion&apos;s format, which is not read here. Convert it to word2vec&apos;s with “finalfusion convert -t word2vec” and open that file.</source>
        <translation>“{file}”是 finalfusion 格式，这里不支持。请用“finalfusion convert -t word2vec”转换成 word2vec 格式，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” is a matrix of finalfusion&apos;s without its words. Convert the complete file (.fifu) to word2vec&apos;s format with “finalfusion convert -t word2vec” and open that one.</source>
        <translation>“{file}”是 finalfusion 的矩阵，其中没有词。请用“finalfusion convert -t word2vec”把完整的文件（.fifu）转换为 word2vec 格式，再打开转换后的文件。</translation>
    </message>
    <message>
        <source>“{file}” is an HDF5 file, which is not read here. Save the vectors in word2vec&apos;s format, as .npz or as .safetensors and open that file.</source>
        <translation>“{file}”是 HDF5 文件，这里不能读取。请把词向量保存为 word2vec 格式、.npz 或 .safetensors，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” is packed in a way that is not read here; only gzip is. Unpack it and open the file of vectors inside.</source>
        <translation>“{file}”的压缩方式这里不能读取，只能读取 gzip。请先解压，再打开里面的词向量文件。</translation>
    </message>
    <message>
        <source>“{file}” is an archive (tar). Unpack it and open the file of vectors inside, if there is one.</source>
        <translation>“{file}”是归档文件（tar）。请先解包，再打开里面的词向量文件（如果有的话）。</translation>
    </message>
    <message>
        <source>“{file}” is a PDF and holds no word vectors. Choose a file of word vectors.</source>
        <translation>“{file}”是 PDF，其中没有词向量。请选择词向量文件。</translation>
    </message>
    <message>
        <source>“{file}” is a web page and not a file of word vectors: perhaps what the site said in place of the file. Download it again.</source>
        <translation>“{file}”是网页，不是词向量文件：也许是网站没有给出文件，而是返回了一个页面。请重新下载。</translation>
    </message>
    <message>
        <source>“{file}” only says where Git LFS keeps the file of this name. Fetch that with “git lfs pull”, or download it from the web page of the repository, and open it again.</source>
        <translation>“{file}”只是 Git LFS 的指针，记录着同名文件存放在哪里。请用“git lfs pull”取回文件，或从仓库网页下载，然后再打开。</translation>
    </message>
    <message>
        <source>“{file}” is text in UTF-16, and vectors are read in UTF-8 only. Save it in UTF-8 and open that file.</source>
        <translation>“{file}”是 UTF-16 编码的文本，而词向量只能以 UTF-8 读取。请另存为 UTF-8，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” is in JSON, from which no vectors are read here. Save them in word2vec&apos;s format with the program that wrote it, and open that file.</source>
        <translation>“{file}”是 JSON 文件，这里不能从中读取词向量。请用写出它的程序把词向量保存为 word2vec 格式，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” is a text but holds no word vectors: its first line would hold the number of words and of dimensions, or every line a word and as many numbers as the others. To learn vectors from it, open it as a text.</source>
        <translation>“{file}”是文本，但其中没有词向量：词向量文件的首行应是词数和维数，或者每一行都是一个词和同样多的数。若要从这个文本学习词向量，请把它作为文本打开。</translation>
    </message>
    <message>
        <source>“{file}” is not a file of word vectors that can be read here. Save the vectors in word2vec&apos;s format, text or binary: its first line holds the number of words and of dimensions.</source>
        <translation>“{file}”不是这里能读的词向量文件。请存为 word2vec 格式（文本或二进制）：首行是词数和维数。</translation>
    </message>
    <message>
        <source>“{file}” names no format by its ending. Use one of {endings}.</source>
        <translation>从“{file}”的扩展名看不出格式。请使用 {endings} 之一。</translation>
    </message>
    <message>
        <source>“{file}” was not saved: each of the vectors holds a number that is not finite, and this format takes none of them. Save them in another format.</source>
        <translation>“{file}”没有保存：每个向量都含有非有限的数，而这种格式一个也存不下。请换一种格式保存。</translation>
    </message>
    <message>
        <source>“{file}” could not be saved: no room is left for it ({reason}). Free some space or choose another disk; what was there before is unchanged.</source>
        <translation>无法保存“{file}”：空间不足（{reason}）。请腾出空间或换一个磁盘；原有内容没有改动。</translation>
    </message>
    <message>
        <source>“{file}” could not be saved: writing there is not allowed ({reason}). Choose another folder or name; what was there before is unchanged.</source>
        <translation>无法保存“{file}”：那里不允许写入（{reason}）。请换一个文件夹或名称；原有内容没有改动。</translation>
    </message>
    <message>
        <source>“{file}” could not be saved: its folder does not exist. Make the folder or choose another.</source>
        <translation>无法保存“{file}”：文件夹不存在。请新建该文件夹，或换一个。</translation>
    </message>
    <message>
        <source>“{file}” could not be saved ({reason}). Choose another place; what was there before is unchanged.</source>
        <translation>无法保存“{file}”（{reason}）。请换一个位置；原有内容没有改动。</translation>
    </message>
    <message>
        <source>“{file}” is a zip archive but not a model saved by w2v-gui. Unpack it and open the file of vectors inside, if there is one.</source>
        <translation>“{file}”是 zip 压缩包，但不是 w2v-gui 保存的模型。请解压，如果里面有词向量文件就打开它。</translation>
    </message>
    <message>
        <source>“{file}” was saved by a newer version of w2v-gui. Open it with that version, or update this one.</source>
        <translation>“{file}”是用更新版本的 w2v-gui 保存的。请用那个版本打开，或升级。</translation>
    </message>
    <message>
        <source>“{file}” is a damaged or incomplete gzip file. Get it again from where it came from.</source>
        <translation>gzip 文件“{file}”已损坏或不完整。请从来源处重新获取。</translation>
    </message>
    <message>
        <source>“{file}” does not fit into memory. Close other programs, or use a smaller file.</source>
        <translation>内存放不下“{file}”。请关闭其他程序，或使用更小的文件。</translation>
    </message>
    <message>
        <source>“{file}” holds no vectors: its first line promises {count} × {dimensions}.</source>
        <translation>“{file}”里没有词向量：首行写的是 {count} × {dimensions}。</translation>
    </message>
    <message>
        <source>“{file}” is too short: its first line promises {count} words in {dimensions} dimensions, which need at least {least} bytes. It may be incomplete; get it again.</source>
        <translation>“{file}”太短：首行写有 {count} 个词、{dimensions} 维，至少需要 {least} 字节。文件可能不完整，请重新获取。</translation>
    </message>
    <message>
        <source>“{file}” ends inside row {row}: it is incomplete. Get it again, or save it anew.</source>
        <translation>“{file}”在第 {row} 行中间就结束了，文件不完整。请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>“{file}” ends inside row {row} of {count}: it is incomplete. Get it again, or save it anew.</source>
        <translation>“{file}”在第 {row} 行（共 {count} 行）中间断掉：文件不完整。请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>“{file}” does not begin with a line of two numbers, as word2vec files do.</source>
        <translation>“{file}”的首行不是两个数，而 word2vec 文件应当如此。</translation>
    </message>
    <message>
        <source>Row {row} of “{file}” does not hold a word and {dimensions} numbers, as other rows do. The file may be damaged or incomplete; get it again, or save it anew.</source>
        <translation>“{file}”的第 {row} 行不像其他行那样由一个词和 {dimensions} 个数组成。文件可能已损坏或不完整；请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>Row {row} of “{file}” does not hold a word and {dimensions} numbers, as its first line promises. The file may be damaged or incomplete; get it again, or save it anew.</source>
        <translation>“{file}”第 {row} 行不是首行所说的一个词加 {dimensions} 个数。文件可能已损坏或不完整，请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>There is no word between two signs in “{text}”. Write one, or one sign.</source>
        <translation>“{text}”里两个符号之间没有词。请补上一个词，或只留一个符号。</translation>
    </message>
    <message>
        <source>“{text}” ends with a sign. Write a word after it, or remove it.</source>
        <translation>“{text}”以符号结尾。请在后面写一个词，或去掉它。</translation>
    </message>
    <message>
        <source>There is no word to ask for. Write one, or king - man + woman.</source>
        <translation>没有要查的词。请写一个词，或写 国王 - 男人 + 女人。</translation>
    </message>
    <message>
        <source>The vectors of “{text}” add up to zero, which nothing is near to. Ask for other words.</source>
        <translation>“{text}”的向量相加为零，没有词与它相近。请换别的词。</translation>
    </message>
    <message>
        <source>These vectors come without output vectors W′ for each word: word2vec files do not hold them, and hierarchical softmax has none. Use W instead.</source>
        <translation>这些词向量没有每个词的输出向量 W′：word2vec 文件不含它们，层次 softmax 也没有。请改用 W。</translation>
    </message>
    <message>
        <source>“{word}” is not in the vocabulary. The nearest spellings are {nearest}.</source>
        <translation>“{word}”不在词表中。拼写最接近的是 {nearest}。</translation>
    </message>
    <message>
        <source>“{word}” is not in the vocabulary, nor is any similar spelling. Ask for another word.</source>
        <translation>“{word}”不在词表中，也没有拼写相近的词。请换一个词。</translation>
    </message>
    <message>
        <source>The speed is not measured beforehand, because the weights are large: {gigabytes:.1f} GB. It will be known soon after training has begun.</source>
        <translation>权重较大（{gigabytes:.1f} GB），因此不预先测速。训练开始后很快就会知道速度。</translation>
    </message>
    <message>
        <source>{words} words × {vector_size} dimensions need {gigabytes:,.1f} GB, more than this machine has. Lower vector_size or raise min_count.</source>
        <translation>{words} 个词 × {vector_size} 维需要 {gigabytes:,.1f} GB，超过了这台电脑的内存。请降低维数，或提高最小词频。</translation>
    </message>
    <message>
        <source>“{name}” is locked with a password, or packed in a way that is not read here: unpack it by hand.</source>
        <translation>“{name}”设有密码，或压缩方式不受支持：请手动解压。</translation>
    </message>
    <message>
        <source>“{name}” is damaged or incomplete: unpack it by hand, or get it again.</source>
        <translation>“{name}”已损坏或不完整：请手动解压，或重新获取。</translation>
    </message>
    <message>
        <source>“{file}” could not be saved: its folder does not take any files. Choose another folder.</source>
        <translation>无法保存“{file}”：该文件夹不能存放文件。请换一个文件夹。</translation>
    </message>
    <message>
        <source>“{file}” is damaged or incomplete, and no model can be read from it. Take an earlier copy, or train again.</source>
        <translation>“{file}”已损坏或不完整，无法从中读出模型。请使用更早的副本，或重新训练。</translation>
    </message>
    <message>
        <source>The folder “{name}” holds no .txt or .txt.gz file: choose the files one by one.</source>
        <translation>文件夹“{name}”里没有 .txt 或 .txt.gz 文件：请逐个选择文件。</translation>
    </message>
    <message>
        <source>With a single word there is nothing to predict: it has probability 1 from the start. Take a text of at least two different words.</source>
        <translation>只有一个词时没有什么可预测的：它的概率从一开始就是 1。请换一段至少含两个不同词的文本。</translation>
    </message>
    <message>
        <source>A pair needs at least one context word: without one there is nothing to predict from.</source>
        <translation>一个训练对至少要有一个上下文词：没有上下文就无从预测。</translation>
    </message>
    <message>
        <source>The weights hold values that are no numbers, or too large to compute with. Go back to an earlier step, or start anew with a lower rate.</source>
        <translation>权重里出现了非数值，或大到无法计算的值。请退回到较早的一步，或调低学习率重新开始。</translation>
    </message>
    <message>
        <source>No window can be made from the text. Lower the window, allow partial windows, or take longer lines.</source>
        <translation>这段文本构不成任何窗口。请减小窗口、允许不完整的窗口，或换用更长的行。</translation>
    </message>
    <message>
        <source>“{word}” is at the centre of no window in this epoch: wherever it occurs it stands alone or was thinned out. Take another word, or set subsampling to 0.</source>
        <translation>本轮中没有以“{word}”为中心的窗口：它每次出现时要么独自成句，要么被下采样略去。请换一个词，或把下采样设为 0。</translation>
    </message>
    <message>
        <source>“{word}” is not among the {size} words of this network. Take one that is.</source>
        <translation>“{word}”不在这个网络的 {size} 个词之中。请换一个词典里有的词。</translation>
    </message>
    <message>
        <source>To look into these weights takes {needed:,.1f} GB of memory, and {free:,.1f} GB are free. Raise the minimum count, or close other programs.</source>
        <translation>查看这些权重需要 {needed:,.1f} GB 内存，而空闲内存只有 {free:,.1f} GB。请提高最小词频，或关闭其他程序。</translation>
    </message>
    <message>
        <source>E = {loss:.3g} is far worse than guessing: every step overshoots. Go back some updates, and on from there with a lower rate.</source>
        <translation>E = {loss:.3g}，比瞎蒙还差得多：每一步都迈过了头。请撤销几次更新，再用较低的学习率从那里继续。</translation>
    </message>
    <message>
        <source>“{word}” stands in its own context: the network is asked to predict a word from itself. The numbers are right; the lesson is odd.</source>
        <translation>“{word}”出现在它自己的上下文里：这等于让网络用一个词预测它自己。数值没有错，只是这样学没有多大意义。</translation>
    </message>
    <message>
        <source>The text cannot be read again from the disk ({reason}): open it anew.</source>
        <translation>无法从磁盘上再次读取这份文本（{reason}）：请重新打开它。</translation>
    </message>
    <message>
        <source>There is no room for a copy of the text on the disk ({reason}): free some space, or read less text.</source>
        <translation>磁盘上放不下这份文本的副本（{reason}）：请腾出空间，或减少文本。</translation>
    </message>
    <message>
        <source>Subsampling at {sample} leaves no sentence with the {needed} words that a window needs. Raise the threshold, or set it to 0 to keep every word.</source>
        <translation>下采样阈值为 {sample} 时，没有一句还剩下一个窗口所需的 {needed} 个词。请提高阈值，或设为 0 以保留所有的词。</translation>
    </message>
    <message>
        <source>The longest sentence has {longest} words, and a full window has {needed}. Make the window smaller, or allow partial windows.</source>
        <translation>最长的句子有 {longest} 个词，而完整窗口有 {needed} 个词。请缩小窗口，或允许不完整的窗口。</translation>
    </message>
    <message>
        <source>Every sentence is a single word, and a pair needs two. Open a text with longer lines.</source>
        <translation>每一句都只有一个词，而一个训练对至少需要两个词。请打开一行有多个词的文本。</translation>
    </message>
    <message>
        <source>“{word}” cannot stand in the dictionary: choose 1 to {most} characters without spaces and |, and leave no part of them empty.</source>
        <translation>“{word}”不能写进词典：请用 1 到 {most} 个字符，不含空格和 |，每一部分都不能为空。</translation>
    </message>
    <message>
        <source>Line {number} of the dictionary “{name}” is not of the form “word [frequency] [tag]” or “left|right”: {line}</source>
        <translation>词典“{name}”第 {number} 行不是“词 [词频] [词性]”或“左|右”的形式：{line}</translation>
    </message>
    <message>
        <source>Line {number} of “{name}” is {length} characters long: write one word a line. It begins: {line}</source>
        <translation>“{name}”第 {number} 行长达 {length} 个字符：请每行只写一个词。这一行的开头是：{line}</translation>
    </message>
    <message>
        <source>“{name}” is too long for a list of words: it may have {most} characters. Choose a list, not a text.</source>
        <translation>“{name}”作为词表太长：最多 {most} 个字符。请选择词表，而不是文本。</translation>
    </message>
    <message>
        <source>A full window has {needed} words, and no sentence has more than {frequent} that occur at least {min_count} times and are no stop words. Lower the minimum count, make the window smaller, or allow partial windows.</source>
        <translation>完整窗口有 {needed} 个词，而任何一句中出现满 {min_count} 次且不是停用词的词都不超过 {frequent} 个。请降低最小词频、缩小窗口，或允许不完整的窗口。</translation>
    </message>
    <message>
        <source>No sentence has two words that occur at least {min_count} times and are no stop words, and a pair needs two. Lower the minimum count.</source>
        <translation>没有一句含有两个出现满 {min_count} 次且不是停用词的词，而一个训练对至少需要两个词。请降低最小词频。</translation>
    </message>
    <message>
        <source>Without the stop words, {count} different words of “{name}” are left, and it takes two to learn: take some off the list.</source>
        <translation>去掉停用词后，“{name}”只剩下 {count} 个不同的词，而学习至少需要两个：请从停用词表中删去一些。</translation>
    </message>
    <message>
        <source>TensorBoard&apos;s projector takes vectors of two or more dimensions, and these have one. Save them in another format.</source>
        <translation>TensorBoard 投影器只接受二维及以上的向量，而这些向量只有一维。请改用其他格式保存。</translation>
    </message>
    <message>
        <source>There is no room on the disk for the vectors of “{file}” ({reason}). Free some space, or open only its first rows.</source>
        <translation>磁盘上没有空间存放“{file}”的词向量（{reason}）。请腾出一些空间，或只打开前面的行。</translation>
    </message>
    <message>
        <source>“{file}” is a fastText model of version {version}, which is not read here. Open the .vec file that fastText wrote beside it.</source>
        <translation>“{file}”是版本 {version} 的 fastText 模型，这里无法读取。请打开 fastText 同时生成的 .vec 文件。</translation>
    </message>
    <message>
        <source>“{file}” is a fastText classifier and not a model of words: its vectors were learned to tell labels apart. Choose a model that was made by “fasttext skipgram” or “fasttext cbow”.</source>
        <translation>“{file}”是 fastText 分类器，而不是词向量模型：其中的向量是为区分标签而学的。请选择由“fasttext skipgram”或“fasttext cbow”训练的模型。</translation>
    </message>
    <message>
        <source>“{file}” is a quantised fastText model, whose vectors are only rough. Open the .bin file from which it was made, or the .vec file beside that.</source>
        <translation>“{file}”是量化过的 fastText 模型，其中的向量只是粗略的近似。请打开量化前的 .bin 文件，或与之同时生成的 .vec 文件。</translation>
    </message>
    <message>
        <source>“{file}” is a damaged or incomplete fastText model. Get it again from where it came from.</source>
        <translation>“{file}”是已损坏或不完整的 fastText 模型。请从原处重新获取。</translation>
    </message>
    <message>
        <source>“{file}” holds several arrays of vectors ({names}), and nothing says which are meant. Save one of them under the name “vectors”, and its words as “words”.</source>
        <translation>“{file}”含有多个向量数组（{names}），无法判断该用哪一个。请把其中一个以“vectors”为名保存，并把相应的词存为“words”。</translation>
    </message>
    <message>
        <source>In “{file}”, the array “{name}” holds Python objects, and opening those can run any program hidden in them. Save the words with numpy.array(words, dtype=str) and open that file.</source>
        <translation>“{file}”中的数组“{name}”存的是 Python 对象，打开它们可能会运行其中暗藏的任意程序。请用 numpy.array(words, dtype=str) 保存词，再打开那个文件。</translation>
    </message>
    <message>
        <source>“{file}” holds no vectors: none of its arrays are rows of floating-point numbers. Save the vectors as one array of two dimensions, and the words beside it.</source>
        <translation>“{file}”中没有向量：没有一个数组是由浮点数组成的二维数组。请把向量存成一个二维数组，并把词存成另一个数组。</translation>
    </message>
    <message>
        <source>“{file}” holds {count} vectors but no array of as many words. Save the words into it with numpy.array(words, dtype=str) under the name “words”.</source>
        <translation>“{file}”含有 {count} 个向量，却没有同样多词的数组。请用 numpy.array(words, dtype=str) 把词以“words”为名一并存入。</translation>
    </message>
    <message>
        <source>The lines of “{file}” do not hold a word and as many numbers each, as those of GloVe do.</source>
        <translation>“{file}”的各行不像 GloVe 那样由一个词和同样多的数组成。</translation>
    </message>
    <message>
        <source>“{file}” holds no vectors: none of its tensors are rows of floating-point numbers. Save the vectors as one tensor of two dimensions.</source>
        <translation>“{file}”中没有向量：没有一个张量是由浮点数组成的二维张量。请把向量存成一个二维张量。</translation>
    </message>
    <message>
        <source>“{file}” holds {count} vectors, but “{vocabulary}” beside it holds {words} words. Put the words that belong to the vectors there, one in each line.</source>
        <translation>“{file}”含有 {count} 个向量，而同一文件夹中的“{vocabulary}”含有 {words} 个词。请把与这些向量对应的词放进去，每行一个。</translation>
    </message>
    <message>
        <source>“{file}” holds several tables of numbers ({names}), and nothing says which are the vectors. Save that one alone, under the name “embeddings”.</source>
        <translation>“{file}”含有多个数表（{names}），无法判断哪一个是向量。请只保存那一个，并命名为“embeddings”。</translation>
    </message>
    <message>
        <source>“{file}” is a damaged or incomplete safetensors file. Get it again, or save it anew.</source>
        <translation>“{file}”是已损坏或不完整的 safetensors 文件。请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>Row {row} of “{file}” does not hold a word and {columns} numbers, as its first line promises. The file may be damaged or incomplete; get it again, or save it anew.</source>
        <translation>“{file}”的第 {row} 行不是一个词加 {columns} 个数，与首行所述不符。文件可能已损坏或不完整；请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>“{file}” holds vectors without words: those belong in a second file beside it, such as “{other}”, and there is none. Put it there, or open another file.</source>
        <translation>“{file}”只有向量而没有词：词应在同一文件夹的另一个文件里，例如“{other}”，但没有找到。请把它放到那里，或打开别的文件。</translation>
    </message>
    <message>
        <source>Not all lines of “{file}” after row {row} hold {columns} numbers. The file may be damaged or incomplete; get it again, or save it anew.</source>
        <translation>“{file}”在第 {row} 行之后，有的行不是 {columns} 个数。文件可能已损坏或不完整；请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>“{file}” does not hold as many vectors as “{other}” beside it holds words. Put the two files that belong together beside each other.</source>
        <translation>“{file}”中的向量数与同一文件夹中“{other}”的词数不一致。请把配套的两个文件放在一起。</translation>
    </message>
    <message>
        <source>“{file}” has a line without end. It may be damaged; get it again, or save it anew.</source>
        <translation>“{file}”中有一行没有结尾，文件可能已损坏；请重新获取，或重新保存。</translation>
    </message>
    <message>
        <source>“{file}” holds {count} vectors but no words for them. Put the words in a file “vocab.txt” beside it, one in each line, or in its metadata as “words”, a list in JSON.</source>
        <translation>“{file}”含有 {count} 个向量，却没有相应的词。请把词放在同一文件夹的“vocab.txt”中，每行一个，或以 JSON 列表的形式放进它的元数据，键名为“words”。</translation>
    </message>
    <message>
        <source>“{file}” holds analogies and no pairs: there should be two words and a number on each line. Give it as analogies.</source>
        <translation>“{file}”中是类比题而不是词对：词对应每行两个词和一个数。请把它作为类比题给出。</translation>
    </message>
    <message>
        <source>“{file}” holds pairs and no analogies: there should be four words on each line. Give it as pairs.</source>
        <translation>“{file}”中是词对而不是类比题：类比题应每行四个词。请把它作为词对给出。</translation>
    </message>
    <message>
        <source>There are {most} test sets already. Remove one of them, then add “{file}” again.</source>
        <translation>已有 {most} 个测试集。请先移除一个，再添加“{file}”。</translation>
    </message>
    <message>
        <source>None of the selected words has a vector now. Select words on the map or ask for some.</source>
        <translation>所选的词现在都没有向量。请在图上选择词，或先查询一些词。</translation>
    </message>
    <message>
        <source>“{file}” is no test set: there should be two words and a number on each line, or four words.</source>
        <translation>“{file}”不是测试集：每行应有两个词和一个数，或者四个词。</translation>
    </message>
    <message>
        <source>“{file}” is too large for a test set. Choose another file.</source>
        <translation>“{file}”作为测试集太大了。请选择其他文件。</translation>
    </message>
    <message>
        <source>The question is {length} characters long. Ask with {most} at most.</source>
        <translation>问题有 {length} 个字符。请控制在 {most} 个以内。</translation>
    </message>
    <message>
        <source>There are {count} words in the question. Ask with {most} at most.</source>
        <translation>问题中有 {count} 个词。请控制在 {most} 个以内。</translation>
    </message>
    <message>
        <source>“{text}” is no analogy. Write it like {example}</source>
        <translation>“{text}”不是类比。请写成 {example} 的样子</translation>
    </message>
    <message>
        <source>Which word of “{text}” is asked for? Write ? in its place, and only there.</source>
        <translation>“{text}”中要问的是哪个词？请在那个位置写 ?，并且只写一处。</translation>
    </message>
    <message>
        <source>“{text}” is a sum and a list at once. Ask with signs alone, or with commas or colons alone.</source>
        <translation>“{text}”既有加减又有罗列。请只用加减号，或只用逗号，或只用冒号。</translation>
    </message>
    <message>
        <source>A word is missing in “{text}”, between two commas or colons.</source>
        <translation>“{text}”中两个逗号或冒号之间缺少一个词。</translation>
    </message>
    <message>
        <source>Write +, − or a comma between “{first}” and “{second}”, or double quotes around both.</source>
        <translation>请在“{first}”和“{second}”之间写 +、− 或逗号，或用双引号把两者括在一起。</translation>
    </message>
    <message>
        <source>This is no regular expression: it goes wrong at character {place}. To look for a sign that has a meaning of its own, put \ before it.</source>
        <translation>这不是正则表达式：第 {place} 个字符处有误。要查找有特殊含义的符号，请在它前面加上 \。</translation>
    </message>
    <message>
        <source>This regular expression takes too long with these words. Make it simpler: repetitions within repetitions, as in (a+)+, take longest.</source>
        <translation>用这个正则表达式查找这些词耗时太久。请写得简单些：像 (a+)+ 这样重复套重复的最慢。</translation>
    </message>
    <message>
        <source>This regular expression is too large. Use a shorter one, with smaller numbers in braces.</source>
        <translation>这个正则表达式太大。请写短一些，花括号里的数字也小一些。</translation>
    </message>
    <message>
        <source>This regular expression refers to itself, which is not supported. Write it without.</source>
        <translation>这个正则表达式引用了自身，不支持这种写法。请改写。</translation>
    </message>
    <message>
        <source>{method} is not installed. Install it with “pip install &quot;w2v-gui[{extra}]&quot;”, and start again.</source>
        <translation>尚未安装 {method}。请用“pip install &quot;w2v-gui[{extra}]&quot;”安装，然后重新启动。</translation>
    </message>
    <message>
        <source>The map was lost, because the process that made it has ended. Perhaps it needed more memory than there is: try fewer words.</source>
        <translation>地图没有做完：计算它的进程已终止，可能是内存不足。请减少词数再试。</translation>
    </message>
    <message>
        <source>The vector of “{word}” is zero, which nothing is near to. Ask for other words.</source>
        <translation>“{word}”的向量是零向量，没有词与它相近。请问别的词。</translation>
    </message>
    <message>
        <source>The vector of “{word}” is not finite: nothing is near to it. Ask for other words.</source>
        <translation>“{word}”的向量含有非有限值（NaN 或无穷大），没有词与它相近。请问别的词。</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>Changed. Default: {value}; click to go back to it.</source>
        <translation>已改动。默认值：{value}；点击即可恢复。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
    <message>
        <source>Softmax</source>
        <comment>short</comment>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Neg. samp.</source>
        <comment>short</comment>
        <translation>负采样</translation>
    </message>
    <message>
        <source>Hier.</source>
        <comment>short</comment>
        <translation>层次</translation>
    </message>
    <message>
        <source>Divided by C</source>
        <comment>short</comment>
        <translation>除以 C</translation>
    </message>
    <message>
        <source>Undivided</source>
        <comment>short</comment>
        <translation>不除</translation>
    </message>
    <message>
        <source>Default: {value}</source>
        <translation>默认值：{value}</translation>
    </message>
    <message>
        <source>from {minimum} to {maximum}</source>
        <translation>取值 {minimum} 到 {maximum}</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>word2vec binary</source>
        <translation>word2vec 二进制</translation>
    </message>
    <message>
        <source>word2vec text</source>
        <translation>word2vec 文本</translation>
    </message>
    <message>
        <source>GloVe text</source>
        <translation>GloVe 文本</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>TensorBoard projector</source>
        <translation>TensorBoard 投影器</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>npz</source>
        <translation>npz</translation>
    </message>
    <message>
        <source>fastText model</source>
        <translation>fastText 模型</translation>
    </message>
    <message>
        <source>w2v-gui model</source>
        <translation>w2v-gui 模型</translation>
    </message>
</context>
<context>
    <name>handout</name>
    <message>
        <source>One step of word2vec: {centre}</source>
        <translation>word2vec 的一步：{centre}</translation>
    </message>
    <message>
        <source>after {count} updates</source>
        <translation>已更新 {count} 次</translation>
    </message>
    <message>
        <source>{matrix} before and after the step</source>
        <translation>更新前后的 {matrix}</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>before</source>
        <translation>更新前</translation>
    </message>
    <message>
        <source>after</source>
        <translation>更新后</translation>
    </message>
    <message>
        <source>… and {count} more rows that move</source>
        <translation>……另有 {count} 行也会更新</translation>
    </message>
    <message>
        <source>The gradients are right: the largest relative error is {error}.</source>
        <translation>梯度正确：最大相对误差为 {error}。</translation>
    </message>
    <message>
        <source>The gradients disagree: the largest relative error is {error}.</source>
        <translation>梯度不一致：最大相对误差为 {error}。</translation>
    </message>
    <message>
        <source>For W, what word2vec.c uses is {factor} times the true gradient, as it should be.</source>
        <translation>对于 W，word2vec.c 所用的是真正梯度的 {factor} 倍，与预期相符。</translation>
    </message>
    <message>
        <source>Proof by central differences, in double precision</source>
        <translation>用中心差分验证（双精度）</translation>
    </message>
    <message>
        <source>largest in the row</source>
        <translation>该行中最大的一个</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手推</translation>
    </message>
    <message>
        <source>numeric</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>relative error</source>
        <translation>相对误差</translation>
    </message>
</context>
<context>
    <name>layouts</name>
    <message>
        <source>PCA</source>
        <translation>PCA</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE</translation>
    </message>
    <message>
        <source>UMAP</source>
        <translation>UMAP</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>Loading the method</source>
        <translation>正在加载算法</translation>
    </message>
    <message>
        <source>Finding neighbours</source>
        <translation>正在寻找近邻</translation>
    </message>
    <message>
        <source>Computing similarities</source>
        <translation>正在计算相似度</translation>
    </message>
    <message>
        <source>Arranging words</source>
        <translation>正在排布词</translation>
    </message>
    <message>
        <source>Finding principal components</source>
        <translation>正在计算主成分</translation>
    </message>
</context>
<context>
    <name>lesson</name>
    <message>
        <source>What it costs</source>
        <translation>代价</translation>
    </message>
    <message>
        <source>The bill for softmax</source>
        <translation>softmax 的账单</translation>
    </message>
    <message>
        <source>How many numbers of W′ move there, in each single step?</source>
        <translation>在那里，每走一步 W′ 中有多少个数要动？</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>That is what moves in W. In W′ it is every row.</source>
        <translation>这是 W 中变动的数量。在 W′ 中，每一行都要动。</translation>
    </message>
    <message>
        <source>V × N = {words} × {dimensions} = {softmax}, for one word of the text; and as many products before that, to know all u. Nobody wants to pay this a million times.</source>
        <translation>V × N = {words} × {dimensions} = {softmax}，只为文本中的一个词；而在此之前，为了算出所有的 u，还要做同样多次乘法。这样的账谁也不想付上一百万次。</translation>
    </message>
    <message>
        <source>V rows of N numbers each: V × N.</source>
        <translation>V 行，每行 N 个数：V × N。</translation>
    </message>
    <message>
        <source>First remedy: ask a few</source>
        <translation>办法一：只问几个词</translation>
    </message>
    <message>
        <source>Negative sampling leaves most words alone. It asks the target, which should say yes (t = 1), and k = {k} words drawn at random as noise, which should say no (t = 0). Each answers for itself: y = σ(u).</source>
        <translation>负采样不去打扰大多数词。它问目标词，应当答“是”（t = 1）；再随机抽 k = {k} 个噪声词，应当答“否”（t = 0）。它们各答各的：y = σ(u)。</translation>
    </message>
    <message>
        <source>How many rows of W′ move in this step?</source>
        <translation>这一步 W′ 有多少行要动？</translation>
    </message>
    <message>
        <source>rows of W′</source>
        <translation>W′ 的行数</translation>
    </message>
    <message>
        <source>Look closely: what is drawn twice has one row, and the target is no noise.</source>
        <translation>仔细看：同一个词抽到两次也只有一行，而目标词不算噪声。</translation>
    </message>
    <message>
        <source>A row moves if its word is asked, and only then.</source>
        <translation>一个词被问到，它的那一行才会动。</translation>
    </message>
    <message>
        <source>Count the target and the different noise words.</source>
        <translation>数一数目标词和不同的噪声词。</translation>
    </message>
    <message>
        <source>Second remedy: ask your way</source>
        <translation>办法二：一路问过去</translation>
    </message>
    <message>
        <source>The word at the end is no question any more: count the inner nodes.</source>
        <translation>路的尽头是词，不用再问了：只数内部节点。</translation>
    </message>
    <message>
        <source>Where all three agree</source>
        <translation>三者的共同之处</translation>
    </message>
    <message>
        <source>Softmax, a few noise words, a path through a tree: each unit that is asked has an answer y and a label t, and its row of W′ moves by −η times a gradient.</source>
        <translation>softmax、几个噪声词、树上的一条路：每个被问到的单元都有回答 y 和标签 t，它在 W′ 中的那一行按 −η 乘以梯度移动。</translation>
    </message>
    <message>
        <source>What is this gradient, in all three?</source>
        <translation>在这三种情况下，这个梯度都是什么？</translation>
    </message>
    <message>
        <source>(y − t)·h: the error times h. The three differ only in whom they ask. That was the tour; now take a pair of your own text.</source>
        <translation>(y − t)·h：误差乘以 h。三者的区别只在于问谁。课程到此结束，现在换上你自己文本中的一对词吧。</translation>
    </message>
    <message>
        <source>Where y = t nothing should move; where y is too large, the row should leave h.</source>
        <translation>y = t 时什么都不该动；y 太大时，这一行应当离 h 远一些。</translation>
    </message>
    <message>
        <source>CBOW</source>
        <translation>CBOW</translation>
    </message>
    <message>
        <source>A window asks a question</source>
        <translation>窗口提出的问题</translation>
    </message>
    <message>
        <source>There it is: {left} and {right} are given, {centre} is hidden.</source>
        <translation>找到了：给出的是“{left}”和“{right}”，遮住的是“{centre}”。</translation>
    </message>
    <message>
        <source>Which word stands between {first} and {second}? Move the window until that one is in the middle.</source>
        <translation>“{first}”和“{second}”之间是哪个词？移动窗口，让它处在正中。</translation>
    </message>
    <message>
        <source>This is still the first pair. The buttons beside the sentence move the window.</source>
        <translation>现在还是第一对。用句子旁边的按钮移动窗口。</translation>
    </message>
    <message>
        <source>h is a mean</source>
        <translation>h 是平均值</translation>
    </message>
    <message>
        <source>A window of three words slides over the sentence. CBOW hides the word in the middle and lets the network guess it from its neighbours. x is the mean of their one-hot vectors: 1/{C} at each neighbour, 0 at every other word. Here x is 1/{C} at {left} and {right}, and {centre} is to be guessed.</source>
        <translation>一个三词宽的窗口在句子上滑动。CBOW 遮住中间的词，让网络根据两边的词去猜。x 是两边各词 one-hot 向量的平均：两边的词各是 1/{C}，其余的词都是 0。这里 x 在“{left}”和“{right}”处是 1/{C}，要猜的是“{centre}”。</translation>
    </message>
    <message>
        <source>Go to the pair in which x is 1/{C} at {first} and {second}.</source>
        <translation>找到 x 在“{first}”和“{second}”处是 1/{C} 的那一对。</translation>
    </message>
    <message>
        <source>In this pair x is 1/{C} at {left} and {right}.</source>
        <translation>在这一对中，x 在“{left}”和“{right}”处是 1/{C}。</translation>
    </message>
    <message>
        <source>Multiplying W by x only looks up rows, one for each place where x is not 0: those of {left} and {right}. h is their mean, entry by entry. The row of {left} begins with {w_left}, that of {right} with {w_right}.</source>
        <translation>用 x 去乘 W，不过是查表：x 在哪里不为 0，就取出哪一行，这里是“{left}”和“{right}”的两行。h 是它们逐项的平均。“{left}”那一行的第一个数是 {w_left}，“{right}”的是 {w_right}。</translation>
    </message>
    <message>
        <source>What is h₁, the first entry of h? Two decimals will do.</source>
        <translation>h 的第一项 h₁ 是多少？两位小数即可。</translation>
    </message>
    <message>
        <source>That is the sum of the two. A mean is half of it.</source>
        <translation>这是两数之和。平均值是它的一半。</translation>
    </message>
    <message>
        <source>h₁ = ({w_left} + {w_right}) / {C} = {h}. The {N} numbers of h are all the network sees of the context. The order of the words is lost: hence “bag of words”.</source>
        <translation>h₁ = ({w_left} + {w_right}) / {C} = {h}。网络对上下文的了解就只有 h 的这 {N} 个数。词的先后次序丢掉了，所以叫“词袋”。</translation>
    </message>
    <message>
        <source>Not quite: the mean of the two is another number.</source>
        <translation>不太对：两数的平均是另一个数。</translation>
    </message>
    <message>
        <source>Add {w_left} and {w_right}, then divide by {C}.</source>
        <translation>把 {w_left} 和 {w_right} 相加，再除以 {C}。</translation>
    </message>
    <message>
        <source>Every word gets a score</source>
        <translation>每个词都有得分</translation>
    </message>
    <message>
        <source>Every word owns a row of W′ too. Its score u is the dot product of that row with h: {N} products, added up. Point at an output to see them. Softmax will turn scores into probabilities, and it keeps their order.</source>
        <translation>每个词在 W′ 中也有一行。它的得分 u 就是这一行与 h 的点积：{N} 个乘积之和，把鼠标移到输出节点上就能看到。接下来 softmax 把得分变成概率，大小次序不变。</translation>
    </message>
    <message>
        <source>Which of these words is about to become the most probable?</source>
        <translation>下面哪个词的概率将会最大？</translation>
    </message>
    <message>
        <source>{best} has the highest score, u = {u}, and gets the most: y = {y}. A score is high where row and h have the same signs in the same places.</source>
        <translation>“{best}”的得分最高，u = {u}，分到的概率也最大：y = {y}。那一行与 h 在相同的位置正负号相同，得分就高。</translation>
    </message>
    <message>
        <source>Another word here has a higher score.</source>
        <translation>这里有另一个词得分更高。</translation>
    </message>
    <message>
        <source>Compare u at the outputs, and mind the signs: −0.3 is less than 0.1.</source>
        <translation>比较输出节点上的 u，并注意正负号：−0.3 小于 0.1。</translation>
    </message>
    <message>
        <source>Knowing nothing</source>
        <translation>一无所知时</translation>
    </message>
    <message>
        <source>If all {V} scores were the same, what would each y be? A fraction such as 1/2 will do.</source>
        <translation>如果 {V} 个得分全都一样，每个 y 会是多少？写成 1/2 这样的分数也可以。</translation>
    </message>
    <message>
        <source>The sentence has {tokens} words, but one of them stands there twice, and it has one output only.</source>
        <translation>句子里有 {tokens} 个词，但其中一个出现了两次，而它只有一个输出。</translation>
    </message>
    <message>
        <source>1/{V} = {uniform} for every word. The right one, {centre}, has {y} now: no better than a guess. Learning is to raise it.</source>
        <translation>每个词都是 1/{V} = {uniform}。正确的词“{centre}”现在是 {y}：和盲猜差不多。学习就是要把它提高。</translation>
    </message>
    <message>
        <source>Share 1 evenly among {V} words.</source>
        <translation>把 1 平均分给 {V} 个词。</translation>
    </message>
    <message>
        <source>The loss measures surprise</source>
        <translation>损失衡量意外</translation>
    </message>
    <message>
        <source>The window held {centre}, and the network gave it y = {y}. How bad is that? E = −ln y({centre}): 0 if it was sure of the right word, and the larger, the less it expected it. (ln is the natural logarithm; the formula writes log.)</source>
        <translation>窗口里是“{centre}”，网络给它的是 y = {y}。这有多差？E = −ln y({centre})：若网络完全确定正确的词，E 就是 0；越没料到，E 就越大。（ln 是自然对数，公式中写作 log。）</translation>
    </message>
    <message>
        <source>What is E? One decimal will do.</source>
        <translation>E 是多少？一位小数即可。</translation>
    </message>
    <message>
        <source>Nearly: ln of a number below 1 is negative, and the minus turns it round.</source>
        <translation>差一点：小于 1 的数取 ln 是负的，前面的负号再把它变成正的。</translation>
    </message>
    <message>
        <source>That is the logarithm to base 10. ln is the one to base e = 2.718…</source>
        <translation>这是以 10 为底的对数。ln 以 e = 2.718… 为底。</translation>
    </message>
    <message>
        <source>E = −ln {y} = {E}. For comparison: a network that knows nothing has E = ln {V} = {ln_V}.</source>
        <translation>E = −ln {y} = {E}。比较一下：一无所知的网络是 E = ln {V} = {ln_V}。</translation>
    </message>
    <message>
        <source>That is not −ln {y}.</source>
        <translation>−ln {y} 不是这个数。</translation>
    </message>
    <message>
        <source>−ln (1/{V}) would be {ln_V}. Is y({centre}) larger or smaller than 1/{V}? A calculator may help.</source>
        <translation>−ln (1/{V}) 是 {ln_V}。y({centre}) 比 1/{V} 大还是小？可以用计算器。</translation>
    </message>
    <message>
        <source>Pulled and pushed</source>
        <translation>拉近与推开</translation>
    </message>
    <message>
        <source>e = y − t says how far off each output is; t is 1 for {centre} and 0 for the others. The row of W′ of every word moves by −η·e·h, where η is the rate α. So a negative e pulls the row towards h, a positive one pushes it away.</source>
        <translation>e = y − t 说明每个输出错了多少；“{centre}”的 t 是 1，其余的是 0。每个词在 W′ 中的那一行移动 −η·e·h，η 就是学习率 α。所以 e 为负就把它拉向 h，e 为正就把它推开。</translation>
    </message>
    <message>
        <source>Which rows of W′ are pulled towards h?</source>
        <translation>W′ 的哪些行被拉向 h？</translation>
    </message>
    <message>
        <source>only that of {centre}</source>
        <translation>只有“{centre}”的那一行</translation>
    </message>
    <message>
        <source>those of {left} and {right}</source>
        <translation>“{left}”和“{right}”的那两行</translation>
    </message>
    <message>
        <source>all but that of {centre}</source>
        <translation>除“{centre}”以外的所有行</translation>
    </message>
    <message>
        <source>all {V}</source>
        <translation>全部 {V} 行</translation>
    </message>
    <message>
        <source>Every y lies between 0 and 1. For which t can y − t be negative?</source>
        <translation>每个 y 都在 0 和 1 之间。t 是多少时，y − t 才会是负的？</translation>
    </message>
    <message>
        <source>The way back to W</source>
        <translation>回到 W</translation>
    </message>
    <message>
        <source>Every output also says which way it would like h to go. EH is the sum of that: all rows of W′, each times its e. But h itself is no weight. It was made from W, so it is W that has to move.</source>
        <translation>每个输出还会指出它希望 h 往哪边走。EH 就是这些意见之和：W′ 的每一行乘以各自的 e 再相加。但 h 本身不是权重，它由 W 得来，所以该动的是 W。</translation>
    </message>
    <message>
        <source>How many of the {V} rows of W move in this step?</source>
        <translation>W 共有 {V} 行，这一步有几行要动？</translation>
    </message>
    <message>
        <source>rows of W</source>
        <translation>W 的行数</translation>
    </message>
    <message>
        <source>That many move in W′. In W, a row takes part only if x picked it.</source>
        <translation>在 W′ 中确实动这么多行。而在 W 中，只有 x 选中的行才参与。</translation>
    </message>
    <message>
        <source>Only rows that had a part in h can change it.</source>
        <translation>只有参与构成 h 的行才能改变 h。</translation>
    </message>
    <message>
        <source>Predict the update</source>
        <translation>预测这次更新</translation>
    </message>
    <message>
        <source>After one update, what happens to y({centre}) of this pair?</source>
        <translation>更新一次之后，这一对的 y({centre}) 会怎样？</translation>
    </message>
    <message>
        <source>It rises</source>
        <translation>变大</translation>
    </message>
    <message>
        <source>It falls</source>
        <translation>变小</translation>
    </message>
    <message>
        <source>It stays at {y}</source>
        <translation>仍是 {y}</translation>
    </message>
    <message>
        <source>y({centre}) went from {y} to {y_now}, and E from {E} to {E_now}. Two things worked together: the row of {centre} in W′ moved towards h, and h moved as well.</source>
        <translation>y({centre}) 从 {y} 变为 {y_now}，E 从 {E} 变为 {E_now}。这是两方面合力的结果：W′ 中“{centre}”的行移向了 h，而 h 自己也动了。</translation>
    </message>
    <message>
        <source>See for yourself: y({centre}) was {y}, and now it is {y_now}.</source>
        <translation>你看：y({centre}) 原来是 {y}，现在是 {y_now}。</translation>
    </message>
    <message>
        <source>e({centre}) was negative, so its row was pulled towards h. What does that do to their dot product?</source>
        <translation>e({centre}) 是负的，所以它的行被拉向 h。它们的点积会因此怎样变？</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>去而复返</translation>
    </message>
    <message>
        <source>After {some} updates and all the way back, E of this pair will be …</source>
        <translation>更新 {some} 次，再全部退回，这一对的 E 会……</translation>
    </message>
    <message>
        <source>the same, to the last bit</source>
        <translation>完全一样，一个比特不差</translation>
    </message>
    <message>
        <source>the same but for rounding</source>
        <translation>一样，只差舍入误差</translation>
    </message>
    <message>
        <source>a little lower: something stays learned</source>
        <translation>略低一些：学到的会留下一点</translation>
    </message>
    <message>
        <source>Back does not compute anything here: it puts back what was there.</source>
        <translation>这里的后退并不重新计算，而是把原来的内容放回去。</translation>
    </message>
    <message>
        <source>A hundred updates</source>
        <translation>一百次更新</translation>
    </message>
    <message>
        <source>Where will the mean loss be after {many} updates?</source>
        <translation>更新 {many} 次之后，平均损失会在哪里？</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>更低</translation>
    </message>
    <message>
        <source>still near {mean}</source>
        <translation>仍在 {mean} 附近</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>更高</translation>
    </message>
    <message>
        <source>From {mean} to {mean_now}: the right word now gets about {guess}. And the point of it all is the by-product: the rows of W are the word vectors.</source>
        <translation>从 {mean} 到 {mean_now}：正确的词现在能分到约 {guess}。而真正要的是副产品：W 的各行就是词向量。</translation>
    </message>
    <message>
        <source>The curve says otherwise: from {mean} to {mean_now}.</source>
        <translation>曲线不是这样：从 {mean} 到了 {mean_now}。</translation>
    </message>
    <message>
        <source>Every update lowers the loss of its own pair, and {N} numbers a word leave room for all of them.</source>
        <translation>每次更新都会降低自己那一对的损失，而每个词有 {N} 个数，足够容纳所有的对。</translation>
    </message>
    <message>
        <source>Skip-gram</source>
        <translation>Skip-gram</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>反过来</translation>
    </message>
    <message>
        <source>Skip-gram shows the middle word and asks for its neighbours: from {centre}, one output should say {left}, the other {right}. Both use the same W′, so both have the same y. A row of W′ moves by the sum of its errors, EI.</source>
        <translation>Skip-gram 给出中间的词，让网络猜两边的词：由“{centre}”，一个输出应当说“{left}”，另一个说“{right}”。两者用同一个 W′，所以 y 也相同。W′ 的每一行按误差之和 EI 移动。</translation>
    </message>
    <message>
        <source>y({left}) = {y}. At one output t({left}) is 1, at the other it is 0. What is EI({left})? Two decimals will do.</source>
        <translation>y({left}) = {y}。在一个输出上 t({left}) 是 1，在另一个上是 0。EI({left}) 是多少？两位小数即可。</translation>
    </message>
    <message>
        <source>That is e at the one output. The other gave {left} something, too.</source>
        <translation>这是其中一个输出的 e。另一个输出也给了“{left}”一点概率。</translation>
    </message>
    <message>
        <source>The size is right, the sign is not: e is y − t, not t − y.</source>
        <translation>大小对了，正负号不对：e 是 y − t，不是 t − y。</translation>
    </message>
    <message>
        <source>The two errors add up to another number.</source>
        <translation>两个误差之和是另一个数。</translation>
    </message>
    <message>
        <source>e = y − t at either output; then add the two.</source>
        <translation>先分别求两个输出上的 e = y − t，再相加。</translation>
    </message>
    <message>
        <source>Noted. Apply the update with Next. Then go back to the pair around {centre}, and walk on to y.</source>
        <translation>记下了。按“下一步”完成更新，然后回到以“{centre}”为中心的那一对，一直走到 y。</translation>
    </message>
    <message>
        <source>Noted. Apply {some} updates; then take the slider all the way back, to update 0.</source>
        <translation>记下了。更新 {some} 次，然后把滑块一直拖回第 0 次更新。</translation>
    </message>
    <message>
        <source>Noted. Apply {many} updates, and watch the curve of the loss.</source>
        <translation>记下了。更新 {many} 次，看损失曲线怎样变化。</translation>
    </message>
    <message>
        <source>E = {all_E_now} again, and every number in W and W′ has its old bits: what an update changes is kept. So you can go back, try another α, and compare.</source>
        <translation>又是 E = {all_E_now}，W 和 W′ 中的每个数都恢复了原来的比特：每次更新改动了什么，都保存着。所以你可以退回去，换一个 α 再试，加以比较。</translation>
    </message>
    <message>
        <source>It was E = {all_E}, and it is E = {all_E_now} now.</source>
        <translation>原来是 E = {all_E}，现在是 E = {all_E_now}。</translation>
    </message>
    <message>
        <source>Every word has an error, so every row of W′ moves in every step. Here that is {rows} × {N} = {numbers} numbers, a trifle. A large text may have {words} different words, with vectors of {dimensions} numbers each.</source>
        <translation>每个词都有误差，所以每一步 W′ 的每一行都要动。这里是 {rows} × {N} = {numbers} 个数，不值一提。而一份大语料可能有 {words} 个不同的词，每个向量 {dimensions} 个数。</translation>
    </message>
    <message>
        <source>That is the number of rows. How many numbers are in each?</source>
        <translation>这是行数。每一行又有多少个数呢？</translation>
    </message>
    <message>
        <source>The bill comes to something else.</source>
        <translation>账不是这么算的。</translation>
    </message>
    <message>
        <source>That was softmax. A word that is not asked has no error, and its row stays.</source>
        <translation>那是 softmax。没被问到的词没有误差，也就不动。</translation>
    </message>
    <message>
        <source>Those are the noise words. One more word is asked.</source>
        <translation>这只是噪声词。还有一个词也被问到了。</translation>
    </message>
    <message>
        <source>{rows} rows. In the large text, too, it would be k + 1 = {most} rows at most: {negative} numbers instead of {softmax}.</source>
        <translation>{rows} 行。在大语料中同样最多只有 k + 1 = {most} 行：是 {negative} 个数，而不是 {softmax} 个。</translation>
    </message>
    <message>
        <source>Hierarchical softmax hangs the words on a tree, frequent ones higher up. The path to {centre} begins at the root, and each inner node on it is asked: left or right? The rows of W′ belong to these nodes now.</source>
        <translation>层次 softmax 把词挂在一棵树上，越常见的词越靠上。从根走到“{centre}”，路上每个内部节点都要回答：向左还是向右？现在 W′ 的行属于这些节点。</translation>
    </message>
    <message>
        <source>That is how many inner nodes there are. Only those on the path are asked.</source>
        <translation>这是内部节点的总数。被问到的只有路上的那些。</translation>
    </message>
    <message>
        <source>{rows} of {nodes}. In a tree of {words} words a path has about log₂ {words} ≈ {depth} nodes: some {tree} numbers instead of {softmax}.</source>
        <translation>{nodes} 行中的 {rows} 行。在有 {words} 个词的树上，一条路大约有 log₂ {words} ≈ {depth} 个节点：约 {tree} 个数，而不是 {softmax} 个。</translation>
    </message>
    <message>
        <source>That is not how many questions are asked on the path.</source>
        <translation>路上的问题不是这么多。</translation>
    </message>
    <message>
        <source>Follow the path from the root down to {centre}, and count its inner nodes.</source>
        <translation>沿着路径从根走到“{centre}”，数一数经过的内部节点。</translation>
    </message>
    <message>
        <source>With that, even a perfect answer would be changed, or a wrong one made worse.</source>
        <translation>照这样，完美的回答也会被改动，或者错的会变得更错。</translation>
    </message>
    <message>
        <source>y = softmax(u): every y is positive, and together they add up to 1. Here they lie between {lowest} and {highest}. The weights are random still, so these differences mean nothing.</source>
        <translation>y = softmax(u)：所有的 y 都是正数，加起来等于 1。这里它们在 {lowest} 到 {highest} 之间。权重还是随机的，所以这些差别没有意义。</translation>
    </message>
    <message>
        <source>With that number, all {V} together would not add up to 1.</source>
        <translation>照这个数，{V} 个加起来就不是 1 了。</translation>
    </message>
    <message>
        <source>A row is pulled if its e is negative, and only then.</source>
        <translation>只有 e 为负的行才会被拉近。</translation>
    </message>
    <message>
        <source>e({centre}) = {y} − 1 = {e} is the only one below 0. The other {rest} are pushed, each by its own share: theirs come to +{others}, so all errors add up to 0.</source>
        <translation>只有 e({centre}) = {y} − 1 = {e} 小于 0。其余 {rest} 行被推开，各有各的份额：它们的误差合计 +{others}，所有误差之和为 0。</translation>
    </message>
    <message>
        <source>That is how many stay where they are.</source>
        <translation>这是原地不动的行数。</translation>
    </message>
    <message>
        <source>Only the rows of {left} and {right}. Each moves by −η·EH/{C}, because it was one part in {C} of h. All other rows keep every bit.</source>
        <translation>只有“{left}”和“{right}”的行。每一行移动 −η·EH/{C}，因为它占 h 的 1/{C}。其余各行一个比特也不变。</translation>
    </message>
    <message>
        <source>Where is x not 0?</source>
        <translation>x 在哪些地方不为 0？</translation>
    </message>
    <message>
        <source>Now both matrices move. For this pair the network gives {centre} y = {y}. First say what will become of that, then look.</source>
        <translation>现在两个矩阵都要动。对这一对词，网络给“{centre}”的是 y = {y}。先说说它会怎样变，然后再看。</translation>
    </message>
    <message>
        <source>Computers round: adding a small number and subtracting it again does not always give the old number back. Before the first update this pair has E = {E}.</source>
        <translation>计算机会舍入。加上一个很小的数，再把它减去，不一定能得回原来的数。第一次更新之前，这一对的 E = {E}。</translation>
    </message>
    <message>
        <source>Training goes through all {total} pairs, again and again. The mean loss over them is {mean} now, close to ln {V} = {ln_V}. The pairs share rows: what one of them pulls, another may push.</source>
        <translation>训练一遍又一遍地走过全部 {total} 对。它们的平均损失现在是 {mean}，接近 ln {V} = {ln_V}。各对共用一些行：这一对拉近的，另一对可能要推开。</translation>
    </message>
    <message>
        <source>EI({left}) = ({y} − 1) + ({y} − 0) = {EI}. One output pulls at {left}, the other pushes a little; they balance when y({left}) is 1/{C}.</source>
        <translation>EI({left}) = ({y} − 1) + ({y} − 0) = {EI}。一个输出拉着“{left}”，另一个稍稍推开；当 y({left}) 等于 1/{C} 时，两者相抵。</translation>
    </message>
</context>
<context>
    <name>notices</name>
    <message>
        <source>No font with Chinese characters is installed, so Chinese words are shown as boxes. In Windows: Settings &gt; System &gt; Optional features &gt; “Chinese (Simplified) Supplemental Fonts”; then start w2v-gui again.</source>
        <translation>系统中没有中文字体，中文会显示成方框。Windows：“设置 &gt; 系统 &gt; 可选功能 &gt; 简体中文补充字体”，然后重新启动 w2v-gui。</translation>
    </message>
    <message>
        <source>No font with Chinese characters is installed, so Chinese words are shown as boxes. In macOS: Font Book &gt; File &gt; Restore Standard Fonts; then start w2v-gui again.</source>
        <translation>系统中没有中文字体，中文会显示成方框。macOS：“字体册 &gt; 文件 &gt; 恢复标准字体”，然后重新启动 w2v-gui。</translation>
    </message>
    <message>
        <source>No font with Chinese characters is installed, so Chinese words are shown as boxes. Debian, Ubuntu: sudo apt install fonts-noto-cjk · Fedora: sudo dnf install google-noto-sans-cjk-fonts · Arch: sudo pacman -S noto-fonts-cjk. Then start w2v-gui again.</source>
        <translation>系统中没有中文字体，中文会显示成方框。Debian、Ubuntu：sudo apt install fonts-noto-cjk；Fedora：sudo dnf install google-noto-sans-cjk-fonts；Arch：sudo pacman -S noto-fonts-cjk。然后重新启动 w2v-gui。</translation>
    </message>
    <message>
        <source>w2v-gui ended unexpectedly last time. A report lies at {path}.</source>
        <translation>w2v-gui 上次意外退出。报告在 {path}。</translation>
    </message>
    <message>
        <source>The same error has come again, {count} times by now. Its report lies at {path}.</source>
        <translation>同样的错误再次出现，至今共 {count} 次。报告在 {path}。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What does the model read?</source>
        <translation>模型读到的是什么？</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Is it learning?</source>
        <translation>模型学得怎么样？</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>内部</translation>
    </message>
    <message>
        <source>Why does this number change?</source>
        <translation>这个数为什么变了？</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>What has it learned?</source>
        <translation>学到了什么？</translation>
    </message>
</context>
<context>
    <name>predict</name>
    <message>
        <source>The sum over all {words} words is {total} here.</source>
        <translation>这里全部 {words} 个词之和为 {total}。</translation>
    </message>
    <message>
        <source>CBOW: h is the mean of the rows of W of all words of the context that the window reaches, as in training.</source>
        <translation>CBOW：与训练时一样，h 是窗口内所有上下文词在 W 中各行的平均。</translation>
    </message>
    <message>
        <source>Skip-gram was trained to predict from one word at a time. So each word of the context that the window reaches takes the part of the centre and predicts the gap for itself, P(w | c); what is shown is the mean of their predictions.</source>
        <translation>skip-gram 在训练时每次只由一个词来预测。因此窗口内的每个上下文词各自充当中心词来预测空缺：P(w | c)；这里显示的是这些预测的平均。</translation>
    </message>
    <message>
        <source>The figures are probabilities: the softmax over all words.</source>
        <translation>这些数是概率：对全部词做的 softmax。</translation>
    </message>
    <message>
        <source>The figures are the true probabilities of the leaves: for each word the product of the decisions on its way through the tree.</source>
        <translation>这些数是各叶子的真实概率：每个词的概率是它在树上一路各次判断的概率之积。</translation>
    </message>
    <message>
        <source>1 word used</source>
        <translation>用了 1 个词</translation>
    </message>
    <message>
        <source>{count} words used</source>
        <translation>用了 {count} 个词</translation>
    </message>
    <message>
        <source>{count} beyond the window</source>
        <translation>{count} 个在窗口之外</translation>
    </message>
    <message>
        <source>{count} unknown</source>
        <translation>{count} 个不认识</translation>
    </message>
    <message>
        <source>Not known and left out: {words}.</source>
        <translation>不认识，未使用：{words}。</translation>
    </message>
    <message>
        <source>Rarer than min. count {least} and left out: {words}.</source>
        <translation>出现次数低于最小词频 {least}，未使用：{words}。</translation>
    </message>
    <message>
        <source>Stop words, left out: {words}.</source>
        <translation>停用词，未使用：{words}。</translation>
    </message>
    <message>
        <source>{word}: place {rank} of {words}, {value}</source>
        <translation>{word}：在 {words} 个词中排第 {rank}，{value}</translation>
    </message>
    <message>
        <source>The figures are scores, not probabilities: they answer another question. For each word by itself, σ(u) says how sure the model is that it comes from the text and is none of the {negative} noise words. No word takes anything from another: many may score high at once, and a rare word as high as a frequent one.</source>
        <translation>这些数是得分，不是概率，回答的是另一个问题：对每个词单独来看，σ(u) 表示模型有多确信它来自文本，而不是 {negative} 个噪声词之一。各个词互不争夺：许多词可以同时得高分，合适的罕见词也能和常见词得分一样高。</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>As the derivation</source>
        <translation>与推导一致</translation>
    </message>
    <message>
        <source>Step by step as it is derived: the exact softmax over all words, one window after the other and none left out, on one thread, at a rate that stays the same. The rate is 0.1 for CBOW and half of that for skip-gram, where the errors of both outputs add up, so that small texts are learned calmly. Dimensions, epochs and seed stay as they are.</source>
        <translation>每一步都按推导来：对全部词计算精确的 softmax，逐个窗口更新，一个不漏，单线程，学习率保持不变。CBOW 的学习率为 0.1；skip-gram 的两个输出误差相加，所以减半。这样在小文本上损失下降平稳。维数、轮数和随机种子不变。</translation>
    </message>
    <message>
        <source>As word2vec</source>
        <translation>与 word2vec 一致</translation>
    </message>
    <message>
        <source>What word2vec.c 0.1c by Mikolov does unless told otherwise: negative sampling with 5 noise words, window 5, 100 dimensions, 5 epochs, at a rate of 0.05 for CBOW and 0.025 for skip-gram. It takes 12 threads, here it is one for each core; the seed stays as it is.</source>
        <translation>Mikolov 的 word2vec.c（0.1c 版）的默认设置：负采样，5 个噪声词，窗口 5，100 维，5 轮，学习率 CBOW 为 0.05、skip-gram 为 0.025。它默认用 12 个线程，这里改为每个核心一个；随机种子不变。</translation>
    </message>
</context>
<context>
    <name>report</name>
    <message>
        <source>{format}, packed by gzip</source>
        <translation>{format}，gzip 压缩</translation>
    </message>
    <message>
        <source>mapped from disk</source>
        <translation>映射自磁盘文件</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>在内存中</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词数</translation>
    </message>
    <message>
        <source>Dimensions</source>
        <translation>维数</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>It has no end, so that its last number may have lost digits.</source>
        <translation>没有换行结尾，最后一个数可能缺了几位。</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分读取</translation>
    </message>
    <message>
        <source>Repaired words</source>
        <translation>修复的词</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Rows of zeros</source>
        <translation>全零行</translation>
    </message>
    <message>
        <source>Rows not finite</source>
        <translation>非有限值的行</translation>
    </message>
    <message>
        <source>Left unread</source>
        <translation>未读取</translation>
    </message>
    <message>
        <source>{size} follow the last row that the first line promises.</source>
        <translation>在首行所声明的最后一行之后还有 {size}。</translation>
    </message>
    <message>
        <source>Only the first of {available} rows was read, as was asked.</source>
        <translation>按要求只读取了 {available} 行中的第一行。</translation>
    </message>
    <message>
        <source>Only the first {count} of {available} rows were read, as was asked.</source>
        <translation>按要求只读取了 {available} 行中的前 {count} 行。</translation>
    </message>
    <message>
        <source>Only the first row was read, as was asked; there are more.</source>
        <translation>按要求只读取了第一行，后面还有。</translation>
    </message>
    <message>
        <source>Only the first {count} rows were read, as was asked; there are more.</source>
        <translation>按要求只读取了前 {count} 行，后面还有。</translation>
    </message>
    <message>
        <source>{count} holds bytes that are not UTF-8; “�” stands in their place.</source>
        <translation>{count} 个词含有不是 UTF-8 的字节，已用“�”代替。</translation>
    </message>
    <message>
        <source>{count} hold bytes that are not UTF-8; “�” stands in their place.</source>
        <translation>{count} 个词含有不是 UTF-8 的字节，已用“�”代替。</translation>
    </message>
    <message>
        <source>{count} row was left out, because its word stands further up already.</source>
        <translation>略去了 {count} 行，因为它的词在前面已经出现过。</translation>
    </message>
    <message>
        <source>{count} rows were left out, because their words stand further up already.</source>
        <translation>略去了 {count} 行，因为它们的词在前面已经出现过。</translation>
    </message>
    <message>
        <source>{count} has no direction and is never listed as a neighbour.</source>
        <translation>{count} 行没有方向，不会列为近邻。</translation>
    </message>
    <message>
        <source>{count} have no direction and are never listed as neighbours.</source>
        <translation>{count} 行没有方向，不会列为近邻。</translation>
    </message>
    <message>
        <source>{count} holds NaN or infinity, has no direction and is never listed as a neighbour.</source>
        <translation>{count} 行含有 NaN 或无穷大，没有方向，不会列为近邻。</translation>
    </message>
    <message>
        <source>{count} hold NaN or infinity, have no direction and are never listed as neighbours.</source>
        <translation>{count} 行含有 NaN 或无穷大，没有方向，不会列为近邻。</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>最后一行</translation>
    </message>
</context>
<context>
    <name>samples</name>
    <message>
        <source>Planted relations, English</source>
        <translation>预设关系（英文）</translation>
    </message>
    <message>
        <source>Planted relations, Chinese</source>
        <translation>预设关系（中文）</translation>
    </message>
    <message>
        <source>The derivation&apos;s sentence</source>
        <translation>推导用的例句</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
</context>
<context>
    <name>scores</name>
    <message>
        <source>semantic, all</source>
        <translation>语义，合计</translation>
    </message>
    <message>
        <source>syntactic, all</source>
        <translation>句法，合计</translation>
    </message>
    <message>
        <source>without a section</source>
        <translation>未分部分</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>词对</translation>
    </message>
    <message>
        <source>analogies</source>
        <translation>类比题</translation>
    </message>
    <message>
        <source>None of its words are in the vocabulary: is it made for another language?</source>
        <translation>其中没有一题的词都在词表里：它是为另一种语言做的吗？</translation>
    </message>
    <message>
        <source>Only {share} of the set are found: the score says little about the rest.</source>
        <translation>只找到其中 {share} 的题：得分几乎不能说明其余部分。</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>逗号</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>分号</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>{count} analogies in {sections} sections, with {separator} between the words.</source>
        <translation>{count} 道类比题，分 {sections} 个部分，词与词之间用{separator}分隔。</translation>
    </message>
    <message>
        <source>The parts of speech after the words, such as -n, were taken off.</source>
        <translation>词后所附的词性（如 -n）已去掉。</translation>
    </message>
    <message>
        <source>Comments, passed over: {count} (lines {lines}).</source>
        <translation>注释，已跳过：{count} 行（第 {lines} 行）。</translation>
    </message>
    <message>
        <source>A heading, passed over: {count} (lines {lines}).</source>
        <translation>表头，已跳过：{count} 行（第 {lines} 行）。</translation>
    </message>
    <message>
        <source>No two words and a number, passed over: {count} (lines {lines}).</source>
        <translation>不是两个词和一个数，已跳过：{count} 行（第 {lines} 行）。</translation>
    </message>
    <message>
        <source>Not four words, passed over: {count} (lines {lines}).</source>
        <translation>不是四个词，已跳过：{count} 行（第 {lines} 行）。</translation>
    </message>
    <message>
        <source>Questions of the sample</source>
        <translation>示例自带的问题</translation>
    </message>
    <message>
        <source>{count} analogies, with {separator} between the words.</source>
        <translation>{count} 道类比题，词与词之间用{separator}分隔。</translation>
    </message>
    <message>
        <source>One pair, or pairs that are all alike, have no order to compare.</source>
        <translation>只有一对，或者各对的分值全都相同，没有次序可比。</translation>
    </message>
    <message>
        <source>From so few, the score is mostly chance.</source>
        <translation>题目太少，得分主要是偶然。</translation>
    </message>
    <message>
        <source>{pairs}, {separator} between the columns. Columns {a} and {b} hold the words, column {score} the judgement.</source>
        <translation>{pairs}，各列用{separator}分隔。第 {a}、{b} 列是词，第 {score} 列是人评。</translation>
    </message>
    <message>
        <source>{pairs}, {separator} between the columns. Columns {a} and {b} hold the words, column {score} the judgement: “{heading}”.</source>
        <translation>{pairs}，各列用{separator}分隔。第 {a}、{b} 列是词，第 {score} 列是人评：“{heading}”。</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 个词对</translation>
    </message>
    <message>
        <source>1 pair</source>
        <translation>1 个词对</translation>
    </message>
    <message>
        <source>1 analogy, with {separator} between the words.</source>
        <translation>1 道类比题，词与词之间用{separator}分隔。</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>CBOW predicts the centre word from the mean of its context; skip-gram predicts each context word from the centre word.</source>
        <translation>CBOW 用上下文的平均预测中心词；skip-gram 用中心词预测上下文里的每个词。</translation>
    </message>
    <message>
        <source>h is the mean of the context&apos;s rows of W, equation (19), or the centre&apos;s row, (1). Mikolov et al. 2013, arXiv:1301.3781.</source>
        <translation>h 是上下文各词在 W 中那些行的平均，见式 (19)；或是中心词的那一行，见式 (1)。Mikolov 等 2013，arXiv:1301.3781。</translation>
    </message>
    <message>
        <source>CBOW</source>
        <translation>CBOW</translation>
    </message>
    <message>
        <source>Skip-gram</source>
        <translation>Skip-gram</translation>
    </message>
    <message>
        <source>Output layer</source>
        <translation>输出层</translation>
    </message>
    <message>
        <source>Softmax is the derivation&apos;s: exact, and slow for large vocabularies. Negative sampling and hierarchical softmax touch only a few rows of W′ a step.</source>
        <translation>Softmax 就是推导中的那一种：精确，但词表大时很慢。负采样和层次 softmax 每一步只动 W′ 的少数几行。</translation>
    </message>
    <message>
        <source>Softmax: equations (3) and (7). Hierarchical softmax: Morin and Bengio 2005. Negative sampling: Mikolov et al. 2013, arXiv:1310.4546.</source>
        <translation>Softmax：式 (3) 和 (7)。层次 softmax：Morin 和 Bengio 2005。负采样：Mikolov 等 2013，arXiv:1310.4546。</translation>
    </message>
    <message>
        <source>Softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Negative sampling</source>
        <translation>负采样</translation>
    </message>
    <message>
        <source>Hierarchical softmax</source>
        <translation>层次 softmax</translation>
    </message>
    <message>
        <source>Dimensions N</source>
        <translation>维数 N</translation>
    </message>
    <message>
        <source>Length of a word vector: the number of hidden nodes.</source>
        <translation>词向量的长度，也就是隐藏层的节点数。</translation>
    </message>
    <message>
        <source>W has V rows of N numbers, and so has W′, written row by row.</source>
        <translation>W 有 V 行，每行 N 个数；W′ 按行写也是如此。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>How many words on either side of the centre count as its context. The derivation&apos;s “window 3” is the whole span, one word on either side: 1 here.</source>
        <translation>中心词左右各取几个词作为上下文。推导中的“窗口 3”指整个跨度，即左右各一个词：这里填 1。</translation>
    </message>
    <message>
        <source>Counted as word2vec.c and gensim do.</source>
        <translation>计法与 word2vec.c 和 gensim 相同。</translation>
    </message>
    <message>
        <source>words on either side</source>
        <translation>单位：词（每侧）</translation>
    </message>
    <message>
        <source>Full windows only</source>
        <translation>只用完整窗口</translation>
    </message>
    <message>
        <source>Only centres with a full window on both sides, never shrunk: the derivation&apos;s tables. Otherwise the reach is drawn anew for every centre, and windows at the ends of a sentence are partial.</source>
        <translation>只取两侧窗口都完整的中心词，且窗口从不缩小，与推导中的表格一致。否则每个中心词的窗口大小随机抽取，句首句尾的窗口不完整。</translation>
    </message>
    <message>
        <source>In word2vec.c the reach is uniform from 1 to the window.</source>
        <translation>在 word2vec.c 中，实际窗口在 1 到窗口值之间均匀抽取。</translation>
    </message>
    <message>
        <source>Min. count</source>
        <translation>最小词频</translation>
    </message>
    <message>
        <source>Words that occur less often than this are passed over.</source>
        <translation>出现次数少于此数的词会被跳过。</translation>
    </message>
    <message>
        <source>occurrences</source>
        <translation>单位：次</translation>
    </message>
    <message>
        <source>Subsampling</source>
        <translation>高频词下采样</translation>
    </message>
    <message>
        <source>Occurrences of words more frequent than this share of the text are thinned out at random; 0 keeps all.</source>
        <translation>在文本中所占比例超过此值的词，会随机去掉一部分；0 表示全部保留。</translation>
    </message>
    <message>
        <source>A word that occurs n times among T is kept with probability (√(n/(t·T)) + 1)·t·T/n, as in word2vec.c.</source>
        <translation>全文 T 个词中出现 n 次的词，以概率 (√(n/(t·T)) + 1)·t·T/n 保留，与 word2vec.c 相同。</translation>
    </message>
    <message>
        <source>share of the text</source>
        <translation>占全文的比例</translation>
    </message>
    <message>
        <source>Negatives k</source>
        <translation>负样本数 k</translation>
    </message>
    <message>
        <source>How many noise words are drawn for each target.</source>
        <translation>每个目标词抽取多少个噪声词。</translation>
    </message>
    <message>
        <source>Loss: −ln σ(u) of the target − Σ ln σ(−u) of the noise. 5 to 20 for small texts, 2 to 5 for large ones: Mikolov et al. 2013, arXiv:1310.4546.</source>
        <translation>损失：目标词的 −ln σ(u)，减去各噪声词 ln σ(−u) 之和。小文本宜取 5 到 20，大文本 2 到 5：Mikolov 等 2013，arXiv:1310.4546。</translation>
    </message>
    <message>
        <source>Noise exponent</source>
        <translation>噪声指数</translation>
    </message>
    <message>
        <source>Noise words are drawn in proportion to count to this power: 1 follows the text, 0 treats all words alike.</source>
        <translation>噪声词按词频的这个次方抽取：1 与文本一致，0 则所有词机会均等。</translation>
    </message>
    <message>
        <source>¾ did best in Mikolov et al. 2013, arXiv:1310.4546.</source>
        <translation>Mikolov 等 2013（arXiv:1310.4546）中 ¾ 效果最好。</translation>
    </message>
    <message>
        <source>Rate α</source>
        <translation>学习率 α</translation>
    </message>
    <message>
        <source>Learning rate at the start; it falls in a straight line to the rate at the end. Where both are the same, it stays the same.</source>
        <translation>开始时的学习率；它沿直线降到最终学习率。两者相等时保持不变。</translation>
    </message>
    <message>
        <source>Every weight moves by −α·∂E/∂w: η in equations (13) and (18).</source>
        <translation>每个权重移动 −α·∂E/∂w：即式 (13) 和 (18) 中的 η。</translation>
    </message>
    <message>
        <source>Rate at the end</source>
        <translation>最终学习率</translation>
    </message>
    <message>
        <source>Learning rate at the end of the last epoch.</source>
        <translation>最后一轮结束时的学习率。</translation>
    </message>
    <message>
        <source>Where it equals α, the rate stays the same throughout: the derivation&apos;s η.</source>
        <translation>等于 α 时学习率始终不变，就是推导中的 η。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How many times the whole text is read.</source>
        <translation>整份文本读几遍。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>How many windows share one update of the softmax layer. 1 is the derivation&apos;s exact online gradient descent; a few hundred is much faster, but wants a lower rate where the vocabulary is small.</source>
        <translation>多少个窗口合起来更新一次 softmax 层。1 就是推导中精确的在线梯度下降；几百会快得多，但词表小时要用更低的学习率。</translation>
    </message>
    <message>
        <source>The update of equations (13) and (18), summed over the batch.</source>
        <translation>式 (13) 和 (18) 的更新在整批上求和。</translation>
    </message>
    <message>
        <source>windows</source>
        <translation>单位：窗口</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>How many cores train at once. One thread and the same seed give the same bytes every time; more threads are faster and differ a little from run to run.</source>
        <translation>同时用几个核心训练。单线程加同一个种子，每次结果的每个字节都相同；多线程更快，但每次略有差别。</translation>
    </message>
    <message>
        <source>They update the same weights without waiting for each other: Niu et al. 2011, arXiv:1106.5730.</source>
        <translation>各线程更新同一份权重，互不等待：Niu 等 2011，arXiv:1106.5730。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Where the random numbers start.</source>
        <translation>随机数的起点。</translation>
    </message>
    <message>
        <source>W starts uniform between −0.5/N and 0.5/N, W′ at 0, as in word2vec.c.</source>
        <translation>W 的初始值在 −0.5/N 到 0.5/N 之间均匀分布，W′ 为 0，与 word2vec.c 相同。</translation>
    </message>
    <message>
        <source>CBOW error</source>
        <translation>CBOW 误差</translation>
    </message>
    <message>
        <source>The derivation divides the error by the number of context words C: the true gradient of a mean. word2vec and gensim add it undivided to every context word, which acts like a larger rate.</source>
        <translation>推导中误差要除以上下文词数 C，这才是平均值的真正梯度。word2vec 和 gensim 则不除，直接加到每个上下文词上，效果相当于更大的学习率。</translation>
    </message>
    <message>
        <source>After equation (20): each row of the context moves by −(α/C)·EH.</source>
        <translation>见式 (20) 之后：上下文的每一行移动 −(α/C)·EH。</translation>
    </message>
    <message>
        <source>Divided by C (derived)</source>
        <translation>除以 C（推导）</translation>
    </message>
    <message>
        <source>Undivided (word2vec)</source>
        <translation>不除（word2vec）</translation>
    </message>
    <message>
        <source>Words (jieba)</source>
        <translation>词（jieba）</translation>
    </message>
    <message>
        <source>Single characters</source>
        <translation>单字</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>English and other spaced scripts</source>
        <translation>英文等以空格分词的文字</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Already segmented by spaces</source>
        <translation>已用空格分好词</translation>
    </message>
    <message>
        <source>Chinese and spaced scripts mixed</source>
        <translation>中文与以空格分词的文字混排</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>How the text is split into words: at spaces, or by a segmenter for Chinese.</source>
        <translation>怎样把文本切分成词：按空格切分，中文则由分词器切分。</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What a sentence is, which no window reaches beyond: a line, or, where lines are wrapped, a paragraph.</source>
        <translation>什么算一句话（窗口不会越过句子边界）：一行为一句；如果文本是折行排版的，则一段为一句。</translation>
    </message>
    <message>
        <source>A line is a sentence</source>
        <translation>一行为一句</translation>
    </message>
    <message>
        <source>Lines are wrapped</source>
        <translation>折行，一段为一句</translation>
    </message>
    <message>
        <source>Segmenter</source>
        <translation>分词器</translation>
    </message>
    <message>
        <source>What the words of Chinese are: those of a dictionary, weighed by how frequent they are, or single characters, as is usual for classical Chinese.</source>
        <translation>中文以什么为词：按词典和词频切分出的词，或者单个汉字（文言文常用这种方式）。</translation>
    </message>
    <message>
        <source>Guess new words</source>
        <translation>识别新词</translation>
    </message>
    <message>
        <source>Let the segmenter form words that its dictionary does not hold, such as names (by a hidden Markov model).</source>
        <translation>让分词器识别词典里没有的词，例如人名（用隐马尔可夫模型，HMM）。</translation>
    </message>
    <message>
        <source>Lower case</source>
        <translation>转为小写</translation>
    </message>
    <message>
        <source>Fold words to lower case: “The” and “the” are one word then.</source>
        <translation>把词统一转为小写：“The”和“the”算同一个词。</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Keep numbers as words.</source>
        <translation>把数字也当作词保留下来。</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>Keep punctuation marks and symbols as words.</source>
        <translation>把标点和符号也当作词保留下来。</translation>
    </message>
    <message>
        <source>Dictionary</source>
        <translation>用户词典</translation>
    </message>
    <message>
        <source>Words for the Chinese segmenter, one a line: “word [frequency] [tag]”, or “left|right” where it is to divide a word. A later line corrects what those before it have made.</source>
        <translation>供中文分词器使用的词，每行一个：“词 [词频] [词性]”；要把一个词切开时写“左|右”。后面的行会在前面各行的结果上继续修正。</translation>
    </message>
    <message>
        <source>Stop words</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>Words to pass over, one a line.</source>
        <translation>要跳过的词，每行一个。</translation>
    </message>
    <message>
        <source>Lengths count</source>
        <translation>计入长度</translation>
    </message>
    <message>
        <source>Take the vectors as long as they are. Otherwise each is taken with length 1, so that only the angles between them count, as they do for the cosine.</source>
        <translation>保留向量原来的长度。否则每个向量都归一化为长度 1，只看向量之间的夹角，与余弦一致。</translation>
    </message>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>About how many neighbours a word tries to stay near to. Small: many small groups. Large: the larger arrangement counts, and it takes longer.</source>
        <translation>每个词大约要与多少个近邻保持靠近。小：分成许多小群；大：更重整体布局，但更耗时。</translation>
    </message>
    <message>
        <source>Exaggeration</source>
        <translation>夸大系数</translation>
    </message>
    <message>
        <source>How many times stronger neighbours attract each other than the model says: groups become tighter, with more room between them.</source>
        <translation>近邻之间的吸引力放大到模型所定的多少倍：词群更紧凑，群与群之间更开阔。</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>迭代次数</translation>
    </message>
    <message>
        <source>How often all words are moved, those of the beginning included.</source>
        <translation>所有词一共移动多少次，包括早期阶段的次数。</translation>
    </message>
    <message>
        <source>Exaggeration at first</source>
        <translation>早期夸大系数</translation>
    </message>
    <message>
        <source>The same for the first iterations, in which words find those that they belong to.</source>
        <translation>同上，用于最初的迭代：词在这一阶段找到自己的群。</translation>
    </message>
    <message>
        <source>Iterations at first</source>
        <translation>早期迭代次数</translation>
    </message>
    <message>
        <source>How many of the iterations belong to the beginning.</source>
        <translation>迭代中有多少次属于早期阶段。</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>近邻数</translation>
    </message>
    <message>
        <source>How many neighbours a word is tied to. Few: small groups come apart. Many: the larger arrangement counts.</source>
        <translation>每个词与多少个近邻相连。少：分出许多小群；多：更重整体布局。</translation>
    </message>
    <message>
        <source>Least distance</source>
        <translation>最小距离</translation>
    </message>
    <message>
        <source>How near to each other words may come on the map.</source>
        <translation>词在地图上彼此最近能靠多近。</translation>
    </message>
    <message>
        <source>How often the words are moved; 0: as their number asks for.</source>
        <translation>词移动的次数；0 表示按词数自动决定。</translation>
    </message>
</context>
<context>
    <name>small_texts</name>
    <message>
        <source>The derivation&apos;s sentence</source>
        <translation>推导用的例句</translation>
    </message>
    <message>
        <source>Nine words, as in the text: the network comes to know the middle word of every window by heart.</source>
        <translation>九个词，与文中一致：网络会把每个窗口的中心词都记熟。</translation>
    </message>
    <message>
        <source>Drinks and pets</source>
        <translation>饮料与宠物</translation>
    </message>
    <message>
        <source>Words with the same neighbours are pushed the same way: three drinks and three pets each become a group.</source>
        <translation>邻词相同的词会被推向同一方向：三种饮料聚成一群，三种宠物聚成另一群。</translation>
    </message>
    <message>
        <source>King and queen, man and woman</source>
        <translation>国王与王后，男人与女人</translation>
    </message>
    <message>
        <source>Every word has two traits, and each trait its own direction: the step from king to queen becomes that from man to woman.</source>
        <translation>每个词有两种特征，每种特征各有自己的方向：从“国王”到“王后”的一步，会变得与从“男人”到“女人”的一步相同。</translation>
    </message>
    <message>
        <source>The months, a ring</source>
        <translation>月份连成环</translation>
    </message>
    <message>
        <source>Each month is met with those before and after it, and December with January: the twelve close into a ring, in their order.</source>
        <translation>每个月份总与前后几个月一同出现，十二月又接着一月：十二个月份会依次围成一个环。</translation>
    </message>
    <message>
        <source>Synonyms that never meet</source>
        <translation>从不相邻的同义词</translation>
    </message>
    <message>
        <source>“Big” and “large” never stand side by side; because the same words follow them, they end up in the same place.</source>
        <translation>“美丽”和“漂亮”从不相邻；但它们后面跟着同样的词，所以最终会走到同一个地方。</translation>
    </message>
</context>
<context>
    <name>source</name>
    <message>
        <source>keeps no word at all: lower it</source>
        <translation>一个词也保留不下：请降低</translation>
    </message>
    <message>
        <source>keeps {words} words, {tokens} tokens ({share})</source>
        <translation>保留 {words} 个词，{tokens} 词次（{share}）</translation>
    </message>
    <message>
        <source>Spaced</source>
        <comment>short</comment>
        <translation>空格分词</translation>
    </message>
    <message>
        <source>Segmented</source>
        <comment>short</comment>
        <translation>已分词</translation>
    </message>
    <message>
        <source>Mixed</source>
        <comment>short</comment>
        <translation>混合</translation>
    </message>
    <message>
        <source>Sentences</source>
        <comment>short</comment>
        <translation>句子</translation>
    </message>
    <message>
        <source>Wrapped</source>
        <comment>short</comment>
        <translation>折行</translation>
    </message>
    <message>
        <source>chosen by you</source>
        <translation>由你选定</translation>
    </message>
    <message>
        <source>stated in the file</source>
        <translation>文件自带标记</translation>
    </message>
    <message>
        <source>detected, {share} %</source>
        <translation>自动判断，{share} %</translation>
    </message>
    <message>
        <source>“{name}” has changed since it was read.</source>
        <translation>“{name}”读取之后有改动。</translation>
    </message>
    <message>
        <source>{count} files have changed since they were read, such as “{name}”.</source>
        <translation>{count} 个文件读取之后有改动，例如“{name}”。</translation>
    </message>
    <message>
        <source>“{name}” is no longer there; what was read stays.</source>
        <translation>“{name}”已不在原处；读到的内容保留不变。</translation>
    </message>
    <message>
        <source>{count} files are no longer there, such as “{name}”; what was read stays.</source>
        <translation>{count} 个文件已不在原处，例如“{name}”；读到的内容保留不变。</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
</context>
<context>
    <name>spellings</name>
    <message>
        <source>No “{word}” among the {count} words kept.</source>
        <translation>“{word}”不在保留的 {count} 个词之中。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between words in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Did you mean: {words}?</source>
        <translation>是不是想找：{words}？</translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>{tokens} tokens</source>
        <translation>{tokens} 词次</translation>
    </message>
    <message>
        <source>{sentences} sentences, {words} different words</source>
        <translation>{sentences} 个句子，{words} 个不同的词</translation>
    </message>
    <message>
        <source>{stopped} of the tokens are stop words, which are passed over</source>
        <translation>其中 {stopped} 个是停用词，训练时跳过</translation>
    </message>
    <message>
        <source>{name}: {encoding}, {share} % sure</source>
        <translation>{name}：{encoding}，把握 {share}%</translation>
    </message>
    <message>
        <source>Bytes that could not be read in the encoding that was found, and have been replaced: {count}.</source>
        <translation>有 {count} 个字节无法按识别出的编码读取，已被替换。</translation>
    </message>
    <message>
        <source>The encoding of “{name}” is a guess: {encoding}, {share} % sure. If its words look wrong, choose another on the Text page.</source>
        <translation>“{name}”的编码是猜测的：{encoding}，把握 {share} %。如果词看起来不对，请在“文本”页另选一种编码。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>tokens</name>
    <message>
        <source>a stop word</source>
        <translation>停用词</translation>
    </message>
    <message>
        <source>occurs {count} ×, min. count is {least}</source>
        <translation>出现 {count} 次，最小词频为 {least}</translation>
    </message>
    <message>
        <source>left out by subsampling in this epoch: kept with {chance}</source>
        <translation>本轮被下采样略去：保留的概率为 {chance}</translation>
    </message>
    <message>
        <source>no full window: in its sentence there are not {window} words on either side</source>
        <translation>没有完整窗口：在句中它的两侧不足 {window} 个词</translation>
    </message>
    <message>
        <source>no window: no other word of its sentence is left</source>
        <translation>没有窗口：句中没有留下其他词</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>中心词</translation>
    </message>
    <message>
        <source>context</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>occurs {count} × · {share} of all words · rank {rank}</source>
        <translation>出现 {count} 次 · 占全部词的 {share} · 第 {rank} 位</translation>
    </message>
    <message>
        <source>Passed over: {reason}</source>
        <translation>跳过：{reason}</translation>
    </message>
    <message>
        <source>kept with {chance}</source>
        <translation>保留的概率为 {chance}</translation>
    </message>
    <message>
        <source>always kept</source>
        <translation>总是保留</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number} %</translation>
    </message>
</context>
<context>
    <name>walk</name>
    <message>
        <source>Pair</source>
        <translation>词对</translation>
    </message>
    <message>
        <source>training pair</source>
        <translation>训练词对</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>hidden layer</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>probabilities</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>prediction error</source>
        <translation>预测误差</translation>
    </message>
    <message>
        <source>gradient of W′</source>
        <translation>W′ 的梯度</translation>
    </message>
    <message>
        <source>W′ new</source>
        <translation>新 W′</translation>
    </message>
    <message>
        <source>W′ after the step</source>
        <translation>更新后的 W′</translation>
    </message>
    <message>
        <source>error at the hidden layer</source>
        <translation>传到隐藏层的误差</translation>
    </message>
    <message>
        <source>gradient of W</source>
        <translation>W 的梯度</translation>
    </message>
    <message>
        <source>W new</source>
        <translation>新 W</translation>
    </message>
    <message>
        <source>W after the step</source>
        <translation>更新后的 W</translation>
    </message>
    <message>
        <source>after equation (20)</source>
        <translation>式 (20) 之后</translation>
    </message>
    <message>
        <source>cf. {number}</source>
        <translation>参照式 {number}</translation>
    </message>
    <message>
        <source>as in word2vec.c</source>
        <translation>word2vec.c 的做法</translation>
    </message>
    <message>
        <source>Each of the {size} words has a place in x: 1 for the word itself, 0 for all others. The {count} context words are averaged, so each of their places counts 1/{count}.</source>
        <translation>{size} 个词在 x 中各占一位：是这个词则为 1，其余为 0。{count} 个上下文词取平均，所以每个词的那一位各计 1/{count}。</translation>
    </message>
    <message>
        <source>Each of the {size} words has a place in x: it is 1 for {word} and 0 for all others.</source>
        <translation>{size} 个词在 x 中各占一位：{word}的那一位是 1，其余都是 0。</translation>
    </message>
    <message>
        <source>A one-hot vector times W picks out a row of W. So h is simply the mean of the rows of {words}: {size} numbers, with no activation function.</source>
        <translation>one-hot 向量乘以 W，就是取出 W 的一行。所以 h 就是{words}这几行的平均：{size} 个数，不经过激活函数。</translation>
    </message>
    <message>
        <source>A one-hot vector times W picks out a row of W. So h is a copy of the row of {word}: {size} numbers, with no activation function.</source>
        <translation>one-hot 向量乘以 W，就是取出 W 的一行。所以 h 就是{word}那一行的副本：{size} 个数，不经过激活函数。</translation>
    </message>
    <message>
        <source>The network is given the context, {context}, and should predict the centre word {centre}.</source>
        <translation>把上下文{context}交给网络，要它预测中心词{centre}。</translation>
    </message>
    <message>
        <source>The network is given the centre word {centre} and should predict every word around it: {context}.</source>
        <translation>把中心词{centre}交给网络，要它预测周围的每一个词：{context}。</translation>
    </message>
    <message>
        <source>A step of size η = {alpha} against the gradient. For {word} the error is negative, {error}, and minus times minus is plus: some of h is added to its row, and its score rises.</source>
        <translation>沿梯度的反方向走一步，学习率 η = {alpha}。{word}的误差是负的（{error}），负负得正：它那一行加上了一点 h，得分会升高。</translation>
    </message>
    <message>
        <source>A step of size η = {alpha} against the gradient. For {word} the error is positive, {error}: some of h is taken away from its row, and its score falls.</source>
        <translation>沿梯度的反方向走一步，学习率 η = {alpha}。{word}的误差是正的（{error}）：它那一行减去了一点 h，得分会降低。</translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>Each weight gets the error of its output times the hidden value it was multiplied with. Only {count} of {size} rows of W′ have a gradient: {numbers} numbers instead of {all}.</source>
        <translation>每个权重的梯度，是它那个输出的误差乘以正向时与它相乘的隐藏层值。W′ 的 {size} 行里只有 {count} 行有梯度：只需算 {numbers} 个数，而不是 {all} 个。</translation>
    </message>
    <message>
        <source>Every output sends its error back through its row of W′, as it was before the step. EH₁ = {value} says: if h₁ grew by a little, E would change by {value} times as much.</source>
        <translation>每个输出把自己的误差经由更新前的 W′ 中自己那一行传回来。EH₁ = {value} 的意思是：h₁ 若增大一点点，E 的变化就是它的 {value} 倍。</translation>
    </message>
    <message>
        <source>h is a mean of {count} rows, so each of them is answerable for 1/{count} of EH. Only the rows of {words} have a gradient; where x is 0, so is the gradient.</source>
        <translation>h 是 {count} 行的平均，所以每一行分担 EH 的 1/{count}。只有{words}的行有梯度；x 为 0 的地方，梯度也为 0。</translation>
    </message>
    <message>
        <source>The true gradient of a mean gives each of the {count} context words 1/{count} of EH. word2vec.c passes EH on undivided: {count} times the true gradient, as if the rate were larger.</source>
        <translation>按平均值的真正梯度，{count} 个上下文词各得 EH 的 1/{count}。word2vec.c 则不除，把整个 EH 传下去：是真正梯度的 {count} 倍，相当于学习率更大。</translation>
    </message>
    <message>
        <source>x is 1 for {word} alone. So of the {size} rows of W only this one has a gradient, and it is EH itself.</source>
        <translation>x 中只有{word}那一位是 1。所以 W 的 {size} 行里只有这一行有梯度，而且就是 EH 本身。</translation>
    </message>
    <message>
        <source>The row of {words} takes a step against EH: next time it will predict a little better. All other rows of W stay as they are.</source>
        <translation>{words}的那一行朝 EH 的反方向走一步：下次会预测得好一点。W 的其他各行保持不变。</translation>
    </message>
    <message>
        <source>The rows of {words} take a step against EH: next time they will predict a little better. All other rows of W stay as they are.</source>
        <translation>{words}的各行朝 EH 的反方向走一步：下次会预测得好一点。W 的其他各行保持不变。</translation>
    </message>
    <message>
        <source>In the derivation the step is EH/C; word2vec.c takes all of EH for each word.</source>
        <translation>推导中每个词只用 EH/C；word2vec.c 则对每个词都用整个 EH。</translation>
    </message>
    <message>
        <source>way to {word}</source>
        <translation>到 {word} 的路径</translation>
    </message>
    <message>
        <source>code of {word}</source>
        <translation>{word} 的编码</translation>
    </message>
    <message>
        <source>All words are leaves of a Huffman tree. The way from the root to {word} has {count} turns; its code says at each inner node which way to turn.</source>
        <translation>所有的词都是一棵哈夫曼树的叶子。从根走到{word}要拐 {count} 次；它的编码指明在每个内部节点往哪边拐。</translation>
    </message>
    <message>
        <source>Here the rows of W′ belong to the inner nodes of the tree and not to words. Only the {count} nodes on the way get a score; n(w, j) is the j-th on the way to w. Softmax would ask all {size} words.</source>
        <translation>这里 W′ 的各行属于树的内部节点，而不属于词。只有路径上的 {count} 个节点要算得分；n(w, j) 是通往 w 的路上的第 j 个节点。softmax 则要问遍全部 {size} 个词。</translation>
    </message>
    <message>
        <source>{word} {percent} %</source>
        <translation>{word} {percent}%</translation>
    </message>
    <message>
        <source>At each node y = σ(u) is the probability to turn the way of code 0, and 1 − y = σ(−u) that of code 1. Multiplied along the way they give {words}. Over all words these sum to 1.</source>
        <translation>在每个节点上，y = σ(u) 是往编码 0 那边拐的概率，1 − y = σ(−u) 是往编码 1 那边拐的概率。沿路径相乘，得到{words}。所有词的概率之和为 1。</translation>
    </message>
    <message>
        <source>The loss is 0 when every turn is certain. Knowing nothing, each of the {count} turns would cost log 2: {blind} in all. (log is the natural logarithm.)</source>
        <translation>每次拐弯都确定无疑时，损失为 0。若一无所知，{count} 次拐弯各损失 log 2，共 {blind}。（log 为自然对数。）</translation>
    </message>
    <message>
        <source>At each node t is 1 where the code is 0, and 0 where it is 1. A node with a negative error is pulled towards h and one with a positive error pushed away, so that the right turn becomes more probable.</source>
        <translation>在每个节点上，编码为 0 时 t 为 1，编码为 1 时 t 为 0。误差为负的节点被拉向 h，误差为正的被推开，这样拐对的概率就会变大。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……另有 {count} 个</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>{value} at place {place} of {size}, else 0</source>
        <translation>第 {place} 位为 {value}（共 {size} 位），其余为 0</translation>
    </message>
    <message>
        <source>{value} at each of {count} places, else 0</source>
        <translation>{count} 个位置为 {value}，其余为 0</translation>
    </message>
    <message>
        <source>v′({word}) old</source>
        <translation>旧 v′({word})</translation>
    </message>
    <message>
        <source>v′({word}) new</source>
        <translation>新 v′({word})</translation>
    </message>
    <message>
        <source>used for {word}</source>
        <translation>{word} 所用</translation>
    </message>
    <message>
        <source>v({word}) old</source>
        <translation>旧 v({word})</translation>
    </message>
    <message>
        <source>v({word}) new</source>
        <translation>新 v({word})</translation>
    </message>
    <message>
        <source>noise {number}</source>
        <translation>噪声 {number}</translation>
    </message>
    <message>
        <source>for the target {word}, {word} is passed over as noise</source>
        <translation>目标词是 {word} 时，跳过抽作噪声的 {word}</translation>
    </message>
    <message>
        <source>To learn what does not belong there, {count} noise words were drawn at random; P is the chance of each, higher for frequent words.</source>
        <translation>为了学会哪些词不该出现在这里，随机抽取了 {count} 个噪声词；P 是各词被抽中的概率，常用词较高。</translation>
    </message>
    <message>
        <source>Only {count} of {size} words get a score: what is to be predicted, and the noise words. That is all the difference to softmax, and the reason why it is fast.</source>
        <translation>{size} 个词里只有 {count} 个要算得分：要预测的词，以及噪声词。与 softmax 的区别全在这里，快的原因也在这里。</translation>
    </message>
    <message>
        <source>σ turns each score into the probability that the word is real and not noise: {words}. It should be 100 % for what stands in the text and 0 % for noise. These probabilities need not sum to 1.</source>
        <translation>σ 把每个得分变成“这个词是真的而不是噪声”的概率：{words}。文本里真有的词应为 100%，噪声词应为 0%。这些概率之和不必为 1。</translation>
    </message>
    <message>
        <source>Each answer costs the logarithm of the probability it gave to the truth, with a minus sign. Knowing nothing, all {count} would cost {count}·log 2 = {blind}.</source>
        <translation>每个回答的损失，是它给予正确答案的概率取对数再加负号。若一无所知，{count} 个回答共损失 {count}·log 2 = {blind}。</translation>
    </message>
    <message>
        <source>Each answer is off by its e. What is missing for {word}, {error}, pulls its v′ towards h; each noise word is pushed away by as much as it was taken for real.</source>
        <translation>e 是每个回答的偏差。{word}还差 {error}，这把它的 v′ 拉向 h；每个噪声词被误认为真的程度有多大，就被推开多少。</translation>
    </message>
    <message>
        <source>Every target is asked together with the same noise words, and the errors of a word add up to EI. Where EI is negative v′ is pulled towards h, where it is positive it is pushed away.</source>
        <translation>各个目标词配的是同一批噪声词，同一个词的误差相加得 EI。EI 为负，v′ 被拉向 h；EI 为正，则被推开。</translation>
    </message>
    <message>
        <source>Each of the {size} words gets a score: the more its row of W′ points the way of h, the higher. Scores may be of any size, and negative as well; only softmax makes probabilities of them.</source>
        <translation>{size} 个词各得一个分数：它在 W′ 中的那一行与 h 的方向越一致，得分越高。得分可大可小，也可以为负；要到 softmax 才变成概率。</translation>
    </message>
    <message>
        <source>Softmax turns the scores into probabilities that sum to 1. The network gives {words}; blind guessing would give every word {blind} %.</source>
        <translation>softmax 把得分变成总和为 1 的概率。网络给出{words}；若是盲猜，每个词都是 {blind}%。</translation>
    </message>
    <message>
        <source>The loss is 0 when the right word is certain, and grows the more it surprises. Blind guessing among {size} words would cost log {size} = {blind}. (log is the natural logarithm.)</source>
        <translation>若对正确的词十拿九稳，损失接近 0；越出乎意料，损失越大。在 {size} 个词里盲猜，损失是 log {size} = {blind}。（log 为自然对数。）</translation>
    </message>
    <message>
        <source>Each of the {count} context words is predicted by the same y, and the losses add up. Blind guessing would cost {count}·log {size} = {blind}. (log is the natural logarithm.)</source>
        <translation>{count} 个上下文词都由同一个 y 来预测，损失相加。盲猜的损失是 {count}·log {size} = {blind}。（log 为自然对数。）</translation>
    </message>
    <message>
        <source>The network gives the right word {percent} %. What is missing, {error}, pulls v′ of {word} towards h; every other word is pushed away by its own share.</source>
        <translation>网络给正确的词 {percent}%。还差的部分（{error}）把{word}的 v′ 拉向 h；其他的词各按自己分得的概率被推开。</translation>
    </message>
    <message>
        <source>Each of the {count} outputs compares the same y with a target of its own: {words}. Their errors add up to EI. Words whose EI is negative are pulled towards h, all others are pushed away.</source>
        <translation>{count} 个输出用同一个 y 分别与各自的目标词比较：{words}。误差相加得 EI。EI 为负的词被拉向 h，其余的都被推开。</translation>
    </message>
    <message>
        <source>Each weight gets the error of its output times the hidden value it was multiplied with. All {size} rows of W′ have a gradient: {size} × {length} = {numbers} numbers for a single pair. That is what makes softmax expensive.</source>
        <translation>每个权重的梯度，是它那个输出的误差乘以正向时与它相乘的隐藏层值。W′ 的 {size} 行全都有梯度：仅仅一个词对就要算 {size} × {length} = {numbers} 个数。softmax 的代价就在这里。</translation>
    </message>
    <message>
        <source>{things} and {count} more</source>
        <translation>{things}等（另有 {count} 个）</translation>
    </message>
    <message>
        <source>{things} and {last}</source>
        <translation>{things}和{last}</translation>
    </message>
    <message>
        <source>For {word} there is no error left to learn from: its row stays as it is.</source>
        <translation>{word}已经没有误差可学：它那一行保持不变。</translation>
    </message>
</context>
<context>
    <name>word_counts</name>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
</context>
<context>
    <name>word_menu</name>
    <message>
        <source>Concordance of “{word}”</source>
        <translation>“{word}”的语境索引</translation>
    </message>
</context>
</TS>
