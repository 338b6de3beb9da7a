package dataset

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// describe writes a guess shortly: N=params×1e+06 loss=ln(ppl) ...
func describe(m *Mapping) string {
	var out []string
	for _, c := range m.Columns {
		if c.Role == RoleNone {
			continue
		}
		s := c.Name
		if c.Transform != AsIs {
			s = string(c.Transform) + "(" + s + ")"
		}
		if c.Scale != 0 {
			s += fmt.Sprintf("×%.4g", c.Scale)
		}
		out = append(out, string(c.Role)+"="+s)
	}
	return strings.Join(out, " ")
}

func codes(s *Sniffed) string {
	var out []string
	for _, n := range s.Notes {
		out = append(out, string(n.Code))
	}
	return strings.Join(out, " ")
}

// Headers as people write them, over values that fit.
func TestSniffNames(t *testing.T) {
	for _, c := range []struct{ header, values, want string }{
		{"C,N,D,loss", "1e20,1e9,1.6e10,2.9", "C=C N=N D=D loss=loss"},
		{"params,tokens,loss", "7B,1.4T,1.97", "N=params D=tokens loss=loss"},
		{"Model Size,Training FLOP,loss", "7e7,1e18,3.5", "N=Model Size C=Training FLOP loss=loss"},
		{"N_params,tokens_seen,val_loss", "7e7,1e9,3.5", "N=N_params D=tokens_seen loss=val_loss"},
		{"n_params_non_embedding,train/tokens,eval/loss", "7e7,1e9,3.5", "N=n_params_non_embedding D=train/tokens loss=eval/loss"},
		{"num_params,train_flops,test_loss", "7e7,1e19,3.5", "N=num_params C=train_flops loss=test_loss"},
		{"numParams,trainTokens,finalLoss", "7e7,1e9,3.5", "N=numParams D=trainTokens loss=finalLoss"},
		{"parameters,flops,validation loss", "7e7,1e19,3.5", "N=parameters C=flops loss=validation loss"},
		{"params,compute,final_loss", "7e7,1e19,3.5", "N=params C=compute loss=final_loss"},
		{"params,unique_tokens,tokens,epochs,loss", "7e7,1e9,2e9,2,3.5", "N=params U=unique_tokens D=tokens loss=loss"},
		{"params,step,batch_tokens,loss", "7e7,1000,524288,3.5", "N=params S=step B=batch_tokens loss=loss"},
		{"params,global_step,tokens per batch,loss", "7e7,1000,524288,3.5", "N=params S=global_step B=tokens per batch loss=loss"},
		{"run_id,params,_step,loss", "a,7e7,1000,3.5", "curve=run_id N=params S=_step loss=loss"},
		{"model,params,tokens,loss,weight", "a,7e7,1e9,3.5,2", "name=model N=params D=tokens loss=loss weight=weight"},
		{"experiment,params,tokens,error rate", "a,7e7,1e9,0.45", "group=experiment N=params D=tokens error=error rate"},

		// What only looks like a known name.
		{"params,tokens,tokens_per_second,n_layers,d_model,lr,loss_scale,grad_norm,step_time,loss", "7e7,1e9,1e5,12,768,3e-4,65536,0.3,0.2,3.5",
			"N=params D=tokens loss=loss"},
		{"params,token_multiplier,tokens,batch_size,vocab_size,loss", "7e7,20,1e9,512,50304,3.5", "N=params D=tokens loss=loss"},

		// Units.
		{"params (M),tokens (B),loss", "70,1.4,3.5", "N=params (M)×1e+06 D=tokens (B)×1e+09 loss=loss"},
		{"params_m,tokens_b,loss", "70,1.4,3.5", "N=params_m×1e+06 D=tokens_b×1e+09 loss=loss"},
		{"N/1e6,D/1e9,loss", "70,1.4,3.5", "N=N/1e6×1e+06 D=D/1e9×1e+09 loss=loss"},
		{"N [billions],FLOPs (1e18),loss", "0.07,5.88,3.5", "N=N [billions]×1e+09 C=FLOPs (1e18)×1e+18 loss=loss"},
		{"params in millions,compute (PF-days),loss", "70,0.5,3.5", "N=params in millions×1e+06 C=compute (PF-days)×8.64e+19 loss=loss"},
		{"params,compute (EFLOPs),loss", "7e7,5.88,3.5", "N=params C=compute (EFLOPs)×1e+18 loss=loss"},
		{"params,PF-days,loss", "7e7,0.5,3.5", "N=params C=PF-days×8.64e+19 loss=loss"},
		{"params,tokens,loss (bits)", "7e7,1e9,5", "N=params D=tokens loss=loss (bits)×0.6931"},
		{"params,tokens,val_bits_per_token", "7e7,1e9,5", "N=params D=tokens loss=val_bits_per_token×0.6931"},
		{"params,tokens,loss (nats/token)", "7e7,1e9,3.5", "N=params D=tokens loss=loss (nats/token)"},
		{"params,tokens,perplexity", "7e7,1e9,31", "N=params D=tokens loss=ln(perplexity)"},
		{"params,tokens,val_ppl,val_loss", "7e7,1e9,31,3.4", "N=params D=tokens loss=val_loss"},
		{"params,tokens,error (%)", "7e7,1e9,45", "N=params D=tokens error=error (%)×0.01"},
		{"log10(N),ln_tokens,loss", "7.8,20.7,3.5", "N=exp10(log10(N)) D=exp(ln_tokens) loss=loss"},

		// Which loss.
		{"params,tokens,train_loss,val_loss", "7e7,1e9,3.4,3.5", "N=params D=tokens loss=val_loss"},
		{"params,tokens,train/loss", "7e7,1e9,3.4", "N=params D=tokens loss=train/loss"},
		{"params,tokens,test loss,loss", "7e7,1e9,3.4,3.5", "N=params D=tokens loss=test loss"},

		{"参数量,训练token数,损失", "70亿,1.4万亿,1.97", "N=参数量 D=训练token数 loss=损失"},
		{"模型,参数量（亿）,计算量,验证损失,训练损失", "甲,70,5e22,1.97,1.9", "name=模型 N=参数量（亿）×1e+08 C=计算量 loss=验证损失"},
		{"参数,算力,步数,损失", "7e9,5e22,1000,1.97", "N=参数 C=算力 S=步数 loss=损失"},
	} {
		s, err := Sniff([]byte(c.header + "\n" + c.values + "\n"))
		if err != nil {
			t.Errorf("%s: %v", c.header, err)
			continue
		}
		if got := describe(&s.Guess); got != c.want || s.Guess.Header != 1 || !s.Sure {
			t.Errorf("%s: %s (header %d, sure %v, notes %s), want %s", c.header, got, s.Guess.Header, s.Sure, codes(s), c.want)
		}
	}
}

// What is not certain is said, and nothing is changed by itself.
func TestSniffDoubts(t *testing.T) {
	for _, c := range []struct{ text, want, notes string }{
		{"params,tokens,loss\n70,1e9,3.5\n16000,1e9,2\n", "N=params D=tokens loss=loss", "scale"},
		{"params,tokens,flops,loss\n7e7,1e9,0.42,3.5\n7e8,1e10,42,2\n", "N=params D=tokens C=flops loss=loss", "scale"},
		{"params,tokens,loss\n7e7,1e9,33\n7e8,1e10,20\n", "N=params D=tokens loss=loss", "perplexity"},
		{"params,tokens,val_loss_a,val_loss_b\n7e7,1e9,3.3,3.4\n", "N=params D=tokens loss=val_loss_a", "several"},
		{"params,tokens,bpb\n7e7,1e9,1.1\n7e8,1e9,0.9\n", "N=params D=tokens", "no-loss bits-per-byte"},
		{"params,tokens,name\n7e7,1e9,a\n", "N=params D=tokens name=name", "no-loss"},
		{"loss,accuracy\n3.3,0.4\n3.2,0.5\n", "loss=loss", "no-place"},
		{"7e7,1e9,3.2\n8e7,2e9,3.1\n", "N= D= loss=", "no-header guessed guessed guessed"},
		{"x,y,z\n7e7,1e9,3.2\n8e7,2e9,3.1\n", "N=x D=y loss=z", "guessed guessed guessed"},
		{"model,tokens,loss\n7B,1T,2\n13B,1T,1.9\n", "N=model D=tokens loss=loss", "guessed"},
		{"7e7 1e9 3.2\n", "N= D= loss=", "no-header guessed guessed guessed"},
		{"N,D,loss\n", "N=N D=D loss=loss", ""},
		{"1e20\t2.9\n1e21\t2.5\n", "C= loss=", "no-header guessed guessed"},
		{"N;D;loss\n7e7;1e9;3,123\n8e7;2e9;3,012\n", "N=N D=D loss=loss", "comma-unclear perplexity"},
		{"Step,a - val/loss,a - val/loss__MIN,a - val/loss__MAX,b - val/loss\n100,3.2,3.2,3.2,\n200,3.1,3.1,3.1,3.05\n",
			"S=Step loss=a - val/loss loss=b - val/loss", "wide"},
		{"tokens,a - train/loss,a - val/loss\n1e9,3.2,3.3\n", "D=tokens loss=a - val/loss", "wide"},
	} {
		s, err := Sniff([]byte(c.text))
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if got := describe(&s.Guess); got != c.want || codes(s) != c.notes || s.Sure {
			t.Errorf("%q: %s with notes %s, sure %v; want %s with %s", c.text, got, codes(s), s.Sure, c.want, c.notes)
		}
	}
}

// The unit that is suggested. 6·7e8·1e10 = 4.2e19, of which the column says 42:
// it counts exaFLOP.
func TestSniffSuggestsUnits(t *testing.T) {
	for _, c := range []struct {
		text  string
		scale float64
	}{
		{"params,tokens,loss\n70,1e9,3.5\n16000,1e9,2\n", 1e6},
		{"params,tokens,loss\n0.07,1e9,3.5\n13,1e9,2\n", 1e9},
		{"params,tokens,loss\n7e7,1.4,3.5\n7e8,300,2\n", 1e9},
		{"params,tokens,flops,loss\n7e7,1e9,0.42,3.5\n7e8,1e10,42,2\n", 1e18},
		{"params,tokens,compute,loss\n7e7,1e9,0.0048611,3.5\n7e8,1e10,0.48611,2\n", 8.64e19},
	} {
		s, err := Sniff([]byte(c.text))
		if err != nil || len(s.Notes) != 1 || s.Notes[0].Scale != c.scale {
			t.Errorf("%q: %+v, %v; want %g", c.text, s.Notes, err, c.scale)
		}
	}
}

// Layouts: each of these has the same two runs.
func TestSniffLayouts(t *testing.T) {
	want := []Run{{N: 7e7, D: 1.5e9, C: 6.3e17, Loss: 3.25, Used: true}, {N: 8e7, D: 2e9, C: 9.6e17, Loss: 3.125, Used: true}}
	for _, c := range []struct {
		text string
		rows [2]int
	}{
		{"N,D,loss\n7e7,1.5e9,3.25\n8e7,2e9,3.125\n", [2]int{2, 3}},
		{"N,D,loss\r\n7e7,1.5e9,3.25\r\n8e7,2e9,3.125", [2]int{2, 3}},
		{"N,D,loss\r7e7,1.5e9,3.25\r8e7,2e9,3.125\r", [2]int{2, 3}},
		{"\ufeffN,D,loss\n7e7,1.5e9,3.25\n8e7,2e9,3.125\n", [2]int{2, 3}},
		{"N\tD\tloss\n7e7\t1.5e9\t3.25\n8e7\t2e9\t3.125\n", [2]int{2, 3}},
		{"N;D;loss\n7e7;1,5e9;3,25\n8e7;2e9;3,125\n", [2]int{2, 3}},
		{"N;D;loss\n70.000.000;1.500.000.000;3,25\n80.000.000;2.000.000.000;3,125\n", [2]int{2, 3}},
		{"N;D;loss\n7e7;1.5e9;3.25\n8e7;2e9;3.125\n", [2]int{2, 3}},
		{"N,D,loss,\n7e7,1.5e9,3.25,\n8e7,2e9,3.125,\n", [2]int{2, 3}},
		{"N, D, loss\n7e7, 1.5e9, 3.25\n8e7, 2e9, 3.125\n", [2]int{2, 3}},
		{"\"N\",\"D\",\"loss\"\n\"70,000,000\",\"1,500,000,000\",\"3.25\"\n\"80,000,000\",\"2,000,000,000\",\"3.125\"\n", [2]int{2, 3}},
		{"note,N,D,loss\n\"two\nlines, \"\"quoted\"\"\",7e7,1.5e9,3.25\nx,8e7,2e9,3.125\n", [2]int{2, 4}},
		{"N,D,loss\n\n7e7,1.5e9,3.25\n\n\n8e7,2e9,3.125\n", [2]int{3, 6}},
		{"# my runs\nN,D,loss\n7e7,1.5e9,3.25\n# the second\n8e7,2e9,3.125\n", [2]int{3, 5}},
		{"# N D loss\n7e7 1.5e9 3.25\n8e7 2e9 3.125\n", [2]int{2, 3}},
		{"My runs\n\nN,D,loss\n7e7,1.5e9,3.25\n8e7,2e9,3.125\n", [2]int{4, 5}},
		{"N，D，loss\n7千万，15亿，3.25\n8千万，20亿，3.125\n", [2]int{2, 3}},
		{"sep=;\r\nN;D;loss\r\n7e7;1,5e9;3,25\r\n8e7;2e9;3,125\r\n", [2]int{3, 4}},
		{"N,D,loss\nM,B,nats\n70,1.5,3.25\n80,2,3.125\n", [2]int{3, 4}},
		{"N,D,loss\n(M),(B),\n70,1.5,3.25\n80,2,3.125\n", [2]int{3, 4}},
		{"N D loss\n7e7 1.5e9 3.25\n8e7 2e9 3.125\n", [2]int{2, 3}},
		{"      N        D   loss\n0   7e7    1.5e9   3.25\n1   8e7      2e9  3.125\n", [2]int{2, 3}},
		{"Model Size   Tokens   val loss\n70 M   1.5 B   3.25\n80 M   2 B   3.125\n", [2]int{2, 3}},
		{"| N | D | loss |\n|---|---|-----:|\n| 7e7 | 1.5e9 | 3.25 |\n| 8e7 | 2e9 | 3.125 |\n", [2]int{3, 4}},
		{"参数量,token数,损失\n０.７亿,15亿,3.25\n8千万,20亿,3.125\n", [2]int{2, 3}},
		{`{"N":7e7,"D":1.5e9,"loss":3.25}` + "\n" + `{"loss":3.125,"D":"2B","N":"80M"}` + "\n", [2]int{1, 2}},
		{`{"config":{"n_params":7e7,"layers":[1,{"a":"]"}]},"tokens":1.5e9,"val":{"loss":3.25}}` + "\r\n\r\n" +
			`{"config":{"n_params":8e7},"tokens":2e9,"val":{"loss":3.125},"tag":"\u00e9\ud83d\ude00\"x"}`, [2]int{1, 3}},
		{`[{"N":7e7,"D":1.5e9,"loss":3.25},{"N":8e7,"D":2e9,"loss":3.125}]`, [2]int{1, 2}},
		{"[\n {\n  \"N\": 7e7,\n  \"D\": 1.5e9,\n  \"loss\": 3.25\n },\n {\n  \"N\": 8e7,\n  \"D\": 2e9,\n  \"loss\": 3.125\n }\n]\n", [2]int{1, 2}},
		{utf16LE("N,D,loss\n7e7,1.5e9,3.25\n8e7,2e9,3.125\n"), [2]int{2, 3}},
	} {
		s, err := Sniff([]byte(c.text))
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		in, err := Read(context.Background(), []byte(c.text), &s.Guess, nil, nil)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		for i := range want {
			want[i].Row = c.rows[i]
		}
		if !slices.Equal(in.Runs, want) || !in.Complete || !s.Sure {
			t.Errorf("%q, read as %+v: sure %v, notes %s, problems %v, runs\n%+v, want\n%+v",
				c.text, s.Guess, s.Sure, codes(s), in.Problems, in.Runs, want)
		}
	}
}

// utf16LE is ASCII text as Windows saves it.
func utf16LE(s string) string {
	out := "\xff\xfe"
	for _, r := range s {
		out += string(r) + "\x00"
	}
	return out
}

func TestSniffRefuses(t *testing.T) {
	for text, want := range map[string]Code{
		"": CodeNoText, " \n\t\r\n": CodeNoText, "\ufeff": CodeNoText,
		"PK\x03\x04\x14\x00\x06\x00": CodeArchive,
		"hello":                      CodeNoTable, "a\nb\nc\n": CodeNoTable,
	} {
		_, err := Sniff([]byte(text))
		var e *ReadError
		if !errors.As(err, &e) || e.Code != want {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// The preview has the first eight rows below the names, long cells cut.
func TestSniffPreview(t *testing.T) {
	s, err := Sniff([]byte("N,loss,note\n" + strings.Repeat("1e8,3,"+strings.Repeat("é", 100)+"\n", 20)))
	if err != nil || len(s.Preview) != 8 || s.Preview[0][0] != "1e8" || s.Preview[7][2] != strings.Repeat("é", 40)+"…" {
		t.Errorf("%v, %q", err, s.Preview)
	}
}

// Error rates against losses need no parameters and no tokens.
func TestErrorAgainstLoss(t *testing.T) {
	text := []byte("val_loss,error_rate\n3.5,0.70\n3.0,0.62\n")
	s, err := Sniff(text)
	if err != nil || !s.Sure {
		t.Fatalf("%v, %+v", err, s)
	}
	in, err := Read(t.Context(), text, &s.Guess, nil, nil)
	if err != nil || !in.Complete || len(in.Runs) != 2 || in.Runs[1].Loss != 3 || in.Runs[1].Error != 0.62 {
		t.Errorf("%v, %+v", err, in)
	}
}
