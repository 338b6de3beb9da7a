package zh

import (
	"lossline/app/text"
)

func init() { Strings.Links = linksText }

var linksText = text.LinksText{
	Repaired:    "链接在传递途中被程序改动过。已还原：{0}。",
	Escapes:     "&amp;、%26 之类的转义字符",
	Wide:        "全角字符",
	Spaces:      "空格和换行",
	Tail:        "结尾之后的文字",
	Foreign:     "链接中不会出现的字符",
	HashEscaped: "如果网址里有 %23，那是被程序改动过：请换成 #。",
	CopyAddress: "网页只能嵌入网站上的内容。请把 {0} 换成你部署的网站地址。",
}
