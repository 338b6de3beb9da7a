package plan

import (
	"strings"

	"lossline/engine/cite"
	"lossline/engine/unit"
)

// Accelerator is a device with its dense bf16 peak: without structured
// sparsity, which the vendors' headline figures often include.
type Accelerator struct {
	ID    string // as in links: "h100"
	Name  string // as printed: "H100 SXM"
	Peak  unit.FLOPRate
	Ref   cite.Ref
	Dated string // date of the source, year and month where known
	Grade cite.Grade
	alias []string
}

func vendor(key, short, title string, year int, url string) *cite.Source {
	return &cite.Source{Key: key, Short: short, Title: title, Year: year, URL: url,
		Authors: []string{strings.Fields(short)[0]}}
}

var (
	srcA100 = vendor("nvidia2021a100", "NVIDIA A100 datasheet", "NVIDIA A100 Tensor Core GPU datasheet", 2021, "https://www.nvidia.com/en-us/data-center/a100/")
	srcH100 = vendor("nvidia2022h100", "NVIDIA H100 datasheet", "NVIDIA H100 Tensor Core GPU datasheet", 2022, "https://www.nvidia.com/en-us/data-center/h100/")
	srcH200 = vendor("nvidia2023h200", "NVIDIA H200 datasheet", "NVIDIA H200 Tensor Core GPU datasheet", 2023, "https://www.nvidia.com/en-us/data-center/h200/")
	srcB200 = vendor("nvidia2024b200", "NVIDIA DGX B200 datasheet", "NVIDIA DGX B200 datasheet", 2024, "https://www.nvidia.com/en-us/data-center/dgx-b200/")
	srcV5p  = vendor("google2023v5p", "Google Cloud TPU v5p documentation", "TPU v5p", 2023, "https://cloud.google.com/tpu/docs/v5p")
	srcAda  = vendor("nvidia2022ada", "NVIDIA Ada whitepaper", "NVIDIA Ada GPU Architecture whitepaper", 2022, "https://www.nvidia.com/en-us/geforce/ada-lovelace-architecture/")
	devices = []Accelerator{
		{ID: "a100", Name: "A100", Peak: 312e12, Grade: cite.GradeC, Dated: "2021-06", alias: []string{"a100sxm", "a100pcie", "a10080gb", "a10040gb"},
			Ref: cite.Ref{Source: srcA100, Where: "BFLOAT16 Tensor Core 312 TFLOPS, dense"}},
		{ID: "h100", Name: "H100 SXM", Peak: 989.4e12, Grade: cite.GradeC, Dated: "2022-09", alias: []string{"h100sxm", "h100sxm5"},
			Ref: cite.Ref{Source: srcH100, Where: "BFLOAT16 Tensor Core 1,979 TFLOPS with sparsity, which is rounded; dense half of it, 989.4"}},
		{ID: "h200", Name: "H200", Peak: 989.4e12, Grade: cite.GradeC, Dated: "2023-11", alias: []string{"h200sxm"},
			Ref: cite.Ref{Source: srcH200, Where: "BFLOAT16 Tensor Core 1,979 TFLOPS with sparsity, which is rounded; dense half of it, 989.4"}},
		{ID: "b200", Name: "B200", Peak: 2250e12, Grade: cite.GradeC, Dated: "2024-03", alias: []string{"b200sxm", "dgxb200"},
			Ref: cite.Ref{Source: srcB200, Where: "4.5 PFLOPS bf16 a GPU with sparsity, half of it dense"}},
		{ID: "v5p", Name: "TPU v5p", Peak: 459e12, Grade: cite.GradeC, Dated: "2023-12", alias: []string{"tpuv5p", "tpu5p"},
			Ref: cite.Ref{Source: srcV5p, Where: "peak compute per chip 459 TFLOPS bf16"}},
		{ID: "rtx4090", Name: "RTX 4090", Peak: 165.2e12, Grade: cite.GradeC, Dated: "2022-09", alias: []string{"4090", "geforcertx4090"},
			Ref: cite.Ref{Source: srcAda, Where: "peak bf16 Tensor TFLOPS with fp32 accumulation, dense"}},
	}
)

// Accelerators lists the devices that Lossline knows.
func Accelerators() []Accelerator { return devices }

// AcceleratorByName finds a device by its ID, its name or a common spelling of
// it; case, spaces, hyphens, underscores and the name of its maker do not matter.
func AcceleratorByName(name string) (Accelerator, bool) {
	key := squash(name)
	for _, vendor := range []string{"nvidia", "google", "英伟达", "谷歌"} {
		key = strings.TrimPrefix(key, vendor)
	}
	for _, a := range devices {
		if key == a.ID || key == squash(a.Name) {
			return a, true
		}
		for _, s := range a.alias {
			if key == s {
				return a, true
			}
		}
	}
	return Accelerator{}, false
}

func squash(s string) string {
	return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(s))
}
