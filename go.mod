module lossline

go 1.26

require (
	github.com/chromedp/chromedp v0.23.0
	github.com/maxence-charriere/go-app/v10 v10.1.11
	gonum.org/v1/gonum v0.17.0
	gonum.org/v1/plot v0.17.0
)
