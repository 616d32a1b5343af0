// Made by libs/prices/generate/generate.py: change nothing here.
export const TABLE_VERSION = '2026-11-21';
export const TABLE_SOURCES = ["genai-prices-0.2.3", "litellm-1.109.1"];
/** One model a line: provider, price, names; see parse-price.ts. */
export const TABLE_TEXT = String.raw`
abliteration	i1 r0.1 o3	abliterated-model
abliteration	i3 r0.3 o5	abliterated-model-large
abliteration	i1 r0.1 o2	abliterated-model-large-flash
abliteration	i3 r0.3 o5	abliterated-model-large-v2
ai21	i3 o3	j2-light
ai21	i10 o10	j2-mid
ai21	i15 o15	j2-ultra
ai21	i0.2 o0.4	jamba-1.5
ai21	i2 o8	jamba-1.5-large
ai21	i2 o8	jamba-1.5-large@001
ai21	i0.2 o0.4	jamba-1.5-mini
ai21	i0.2 o0.4	jamba-1.5-mini@001
ai21	i2 o8	jamba-large-1.6
ai21	i2 o8	jamba-large-1.7
ai21	i0.2 o0.4	jamba-mini-1.6
ai21	i0.2 o0.4	jamba-mini-1.7
aiand	i0.15 r0.08 o0.25	deepseek-ai/deepseek-v4-flash
aiand	i1 r0.25 o2.5	deepseek-ai/deepseek-v4-pro
aiand	i0.3 r0.02 o0.6	deepseek-ai/deepseek-v4.1-flash
aiand	i0.3 r0.02 o0.6	deepseek-ai/deepseek-v4.1-flash-1017
aiand	i0.2 r0.05 o0.5	google/gemma-4-31b-it
aiand	i1.25 r0.15 o4.25	meta/muse-spark-open
aiand	i0.75 r0.2 o3.5	moonshotai/kimi-k2.7-code
aiand	i3 r0.5 o12.5	moonshotai/kimi-k3
aiand	i0.5 r0.2 o2	motif-technologies/motif-3
aiand	i0.15 r0.08 o0.6	openai/gpt-oss-120b
aiand	i0.32 r0.2 o3.2	qwen/qwen3.6-27b
aiand	i0.4 r0.2 o3	qwen/qwen3.8-27b
aiand	i1 r0.3 o4	zai-org/glm-5.2
aiand	i1 r0.3 o4	zai-org/glm-5.3
aiand	i0.15 r0.03 o0.5	zai-org/glm-5.3-flash
aihubmix	i0.03 o0.15	agnes-2.5-flash
aihubmix	i0.45 r0.00378 o0.9	agnes-2.5-pro
aihubmix	i0.06 o0.22	cc-glm-5.1
aihubmix	i11 r1.1 w13.75 o55	claude-fable-5
aihubmix	i1.1 r0.11 w1.375 o5.5	claude-haiku-4-5
aihubmix	i5 r0.5 w6.25 o25	claude-opus-4-8-think
aihubmix	i5 r0.5 w6.25 o25	claude-opus-5
aihubmix	i2 r0.2 w2.5 o10	claude-sonnet-5
aihubmix	i0.06 r0.015 o0.22	coding-glm-5.3
aihubmix	i0.44 r0.066 o1.61333	coding-kimi-k3
aihubmix	i0.08 r0.016 o0.4	coding-xiaomi-mimo-v2-omni
aihubmix	i0.08 r0.0016 o0.16	coding-xiaomi-mimo-v2.5
aihubmix	i0.2 r0.0016 o0.4	coding-xiaomi-mimo-v2.5-pro
aihubmix	i2.5 o10	command-a-plus-05-2026
aihubmix	i0.142 r0.0284 o0.284	deepseek-v4-flash
aihubmix	i1.69 r0.14027 o3.38	deepseek-v4-pro
aihubmix	i0.4822 r0.09644 o2.411	doubao-seed-2-0-code-preview
aihubmix	i0.09041 r0.018082 o0.54246	doubao-seed-2-0-lite-260428
aihubmix	i0.030136 r0.006027 o0.30136	doubao-seed-2-0-mini
aihubmix	i0.4822 r0.09644 o2.411	doubao-seed-2-0-pro
aihubmix	i0.46475 r0.09295 o2.32375	doubao-seed-2-1-turbo
aihubmix	i0.5634 r0.5634 o2.5353	ernie-5.1
aihubmix	i0.5 r0.05 o3	gemini-3-flash-preview
aihubmix	i0.5 r0.05 o3	gemini-3-flash-preview-search
aihubmix	i2 r0.2 o12	gemini-3.1-pro-preview
aihubmix	i2 r0.2 o12	gemini-3.1-pro-preview-customtools
aihubmix	i0.3 r0.03 o2.499999	gemini-3.5-flash-lite
aihubmix	i0.75 r0.075 o3.75	gemini-3.7-flash
aihubmix	i0.14 o0.39998	gemma-4-26b-a4b-it
aihubmix	i0.14 o0.39998	gemma-4-31b-it
aihubmix	i2.254 r0.5635 o7.889	glm-5.2-fast-preview
aihubmix	i1.1268 r0.2817 o3.9438	glm-5.3
aihubmix	i0.11268 r0.02817 o0.39438	glm-5.3-flash
aihubmix	i0.7042 r0.169008 o3.09848	glm-5v-turbo
aihubmix	i1.75 r0.175 o14	gpt-5.3-codex
aihubmix	i2.5 r0.25 o15	gpt-5.4-high
aihubmix	i2.5 r0.25 o15	gpt-5.4-low
aihubmix	i0.75 r0.075 o4.5	gpt-5.4-mini
aihubmix	i0.2 r0.02 o1.25	gpt-5.4-nano
aihubmix	i5 r0.5 o30	gpt-5.5
aihubmix	i30 o180	gpt-5.5-pro
aihubmix	i0.2 r0.02 w0.25 o1.2	gpt-5.6-luna
aihubmix	i4 r0.4 w5 o20	gpt-5.6-sol-disc
aihubmix	i2 r0.2 w2.5 o12	gpt-5.6-terra
aihubmix	i5 r0.5 o30	gpt-chat-latest
aihubmix	i2 r0.2 o6	grok-4-20-non-reasoning
aihubmix	i2 r0.2 o6	grok-4-20-reasoning
aihubmix	i2 r0.5 o6	grok-4.6
aihubmix	i1 r0.2 o2	grok-build-0.1
aihubmix	i0.1562 r0.03905 o0.6248	hy3
aihubmix	i0.845 r0.04225 o2.535	hy4-preview
aihubmix	i0.95 r0.160835 o3.9995	kimi-k2.6
aihubmix	i1.9 r0.32167 o7.999	kimi-k2.7-code-highspeed
aihubmix	i3 r0.3 o15	kimi-k3
aihubmix	i0.7746 r0.015492 o3.0984	longcat-2.0
aihubmix	i2 o8	mai-thinking-1
aihubmix	i0.44 r0.088 o2.2	mimo-v2-omni
aihubmix	i1.1 r0.22 o3.3	mimo-v2-pro
aihubmix	i0.2958 r0.05916 o1.1832	minimax-m2.7
aihubmix	i0.288 o1.152	minimax-m3
aihubmix	i1.375 o4.675	muse-spark-1.2
aihubmix	i0.137 o0.548	qwen3-coder-next
aihubmix	i0.1126 o0.9008	qwen3.5-122b-a10b
aihubmix	i0.1644 o0.9864	qwen3.5-397b-a17b
aihubmix	i0.422 o2.532	qwen3.6-27b
aihubmix	i0.254 o1.524	qwen3.6-35b-a3b
aihubmix	i1.268 r0.1268 w1.585 o7.608	qwen3.6-max-preview
aihubmix	i0.282 r0.0564 w0.3525 o1.128	qwen3.7-plus
aihubmix	i2 r0.5 o6	qwen3.8-2.4t-a95b
aihubmix	i0.1126 r0.014075 w0.175937 o0.380025	qwen3.8-flash
aihubmix	i1.69 r0.169 w2.1125 o5.07	qwen3.8-max
aihubmix	i0.22 r0.044 o1.32	step-3.7-flash
amazon-nova	i0.06 o0.24	amazon-nova/nova-lite-v1
amazon-nova	i0.035 o0.14	amazon-nova/nova-micro-v1
amazon-nova	i2.5 o12.5	amazon-nova/nova-premier-v1
amazon-nova	i0.8 o3.2	amazon-nova/nova-pro-v1
anthropic	i8 o24	claude-2
anthropic	i0.8 r0.08 w1 o4	claude-3-5-haiku-latest	claude-3-5-haiku	claude-3.5-haiku
anthropic	i3 r0.3 w3.75 o15	claude-3-5-sonnet	claude-3.5-sonnet
anthropic	i3 r0.3 w3.75 o15	claude-3-7-sonnet-latest	claude-3-7-sonnet	claude-3.7-sonnet	claude-sonnet-3.7	claude-sonnet-3-7
anthropic	i0.25 r0.03 w0.3 o1.25	claude-3-haiku
anthropic	i15 r1.5 w18.75 o75	claude-3-opus-latest	claude-3-opus
anthropic	i3 r0.3 w3.75 o15	claude-3-sonnet
anthropic	i10 r1 w12.5 o50|batch @2026-10-14 i5 r0.5 w6.25 o25	claude-fable-5
anthropic	i10 r0.25 w12.5 o50|batch @2026-10-14 i5 r0.125 w6.25 o25	claude-fable-5-1
anthropic	i8 r0.2 w10 o40|batch i4 r0.1 w5 o20|fast i16 r0.4 w20 o80	claude-fable-5-2
anthropic	i1 r0.1 w1.25 o5|batch @2026-10-14 i0.5 r0.05 w0.625 o2.5	claude-haiku-4-5	claude-haiku-4.5	claude-4-5-haiku	claude-4.5-haiku	claude-haiku-4-5-20251001
anthropic	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5|batch @2026-10-14 i0.05>100000:0.25 r0.005>100000:0.025 w0.0625>100000:0.3125 o0.25>100000:1.25	claude-haiku-5-5	claude-haiku-5.5	claude-5-5-haiku	claude-5.5-haiku
anthropic	i10 r1 w12.5 o50|batch i5 r0.5 w6.25 o25	claude-mythos-5
anthropic	i10 r0.25 w12.5 o50|batch i5 r0.125 w6.25 o25	claude-mythos-5-1
anthropic	i8 r0.2 w10 o40|batch i4 r0.1 w5 o20|fast i16 r0.4 w20 o80	claude-mythos-5-2
anthropic	i10 r1 w12.5 o50	claude-mythos-preview
anthropic	i15 r1.5 w18.75 o75	claude-opus-4-0	claude-opus-4	claude-opus-4-20250514	claude-4-opus
anthropic	i15 r1.5 w18.75 o75	claude-opus-4-1	claude-opus-4.1
anthropic	i5 r0.5 w6.25 o25|batch @2026-10-14 i2.5 r0.25 w3.125 o12.5	claude-opus-4-5	claude-opus-4.5	claude-4-5-opus	claude-4.5-opus	claude-opus-4-5-20251101
anthropic	i5>200000:10 r0.5>200000:1 w6.25>200000:12.5 o25>200000:37.5;@2026-03-13 i5 r0.5 w6.25 o25|batch @2026-10-14 i2.5 r0.25 w3.125 o12.5	claude-opus-4-6	claude-opus-4.6	claude-4-6-opus	claude-4.6-opus	claude-opus-4-6-20260205
anthropic	i5 r0.5 w6.25 o25|batch @2026-10-14 i2.5 r0.25 w3.125 o12.5	claude-opus-4-7	claude-opus-4.7	claude-4-7-opus	claude-4.7-opus	claude-opus-4-7-20260416
anthropic	i5 r0.5 w6.25 o25|batch @2026-10-14 i2.5 r0.25 w3.125 o12.5|fast i10 r1 w12.5 o50	claude-opus-4-8	claude-opus-4.8	claude-4-8-opus	claude-4.8-opus
anthropic	i5 r0.5 w6.25 o25|batch @2026-10-14 i2.5 r0.25 w3.125 o12.5|fast i10 r1 w12.5 o50	claude-opus-5	claude-opus-5-latest	claude-opus-5.0	claude-5-opus	claude-5.0-opus
anthropic	i4 r0.2 w5 o20|batch @2026-10-14 i2 r0.1 w2.5 o10|fast i8 r0.4 w10 o40	claude-opus-5-5	claude-opus-5.5	claude-5-5-opus	claude-5.5-opus
anthropic	i3 r0.3 w3.75 o15	claude-sonnet-4-0	claude-sonnet-4	claude-sonnet-4-2025	claude-4-sonnet
anthropic	i3>200000:6 r0.3>200000:0.6 w3.75>200000:7.5 o15>200000:22.5|batch @2026-10-14 i1.5>200000:3 r0.15>200000:0.3 w1.875>200000:3.75 o7.5>200000:11.25	claude-sonnet-4-5	claude-sonnet-4.5	claude-sonnet-4-5-20250929
anthropic	i3>200000:6 r0.3>200000:0.6 w3.75>200000:7.5 o15>200000:22.5;@2026-03-13 i3 r0.3 w3.75 o15|batch @2026-10-14 i1.5 r0.15 w1.875 o7.5	claude-sonnet-4-6	claude-sonnet-4.6
anthropic	i2 r0.2 w2.5 o10|batch @2026-10-14 i1 r0.1 w1.25 o5	claude-sonnet-5	claude-sonnet-5.0	claude-5-sonnet	claude-5.0-sonnet
anthropic	i2 r0.1 w2.5 o10|batch @2026-10-14 i1 r0.05 w1.25 o5	claude-sonnet-5-5	claude-sonnet-5.5	claude-5-5-sonnet	claude-5.5-sonnet
anthropic	i8 o24	claude-v1
anyscale	i1 o1	codellama/CodeLlama-34b-Instruct-hf
anyscale	i1 o1	codellama/CodeLlama-70b-Instruct-hf
anyscale	i0.15 o0.15	google/gemma-7b-it
anyscale	i0.15 o0.15	HuggingFaceH4/zephyr-7b-beta
anyscale	i0.25 o0.25	meta-llama/Llama-2-13b-chat-hf
anyscale	i1 o1	meta-llama/Llama-2-70b-chat-hf
anyscale	i0.15 o0.15	meta-llama/Llama-2-7b-chat-hf
anyscale	i1 o1	meta-llama/Meta-Llama-3-70B-Instruct
anyscale	i0.15 o0.15	meta-llama/Meta-Llama-3-8B-Instruct
anyscale	i0.15 o0.15	mistralai/Mistral-7B-Instruct-v0.1
anyscale	i0.9 o0.9	mistralai/Mixtral-8x22B-Instruct-v0.1
anyscale	i0.15 o0.15	mistralai/Mixtral-8x7B-Instruct-v0.1
arcee	i0.14 r0.028 o0.28	deepseek/deepseek-v4-flash-latest
arcee	i1.74 r0.2 o3.48	deepseek/deepseek-v4-pro
arcee	i1.32 r0.044 o3.96	deepseek/deepseek-v4-pro-0813
arcee	i0.22 r0.007 o0.66;@2026-11-01 i0.22 r0.007 o1.2	deepseek/deepseek-v4.1-flash
arcee	i0.3 r0.006 o1.2	deepseek/deepseek-v4.1-flash-1017
arcee	i3 r0.3 o15	moonshotai/kimi-k3
arcee	i0.5 r0.1 o1.2	thinkingmachines/inkling-small
arcee	i0.25 r0.06 o0.8	trinity-large-thinking
arcee	i1.4 r0.26 o4.4	zai-org/glm-5.2
arcee	i1.4 r0.26 o4.4	zai-org/glm-5.3
arcee	i0.15 r0.03 o0.5	zai-org/glm-5.3-flash
avian	i0.23 r0.012 o0.33	deepseek/deepseek-v3.2
avian	i0.0805 r0.0165 o0.161;@2026-10-18 i0.14 r0.0028 o0.28	deepseek/deepseek-v4-flash
avian	i1.305 r0.10875 o2.61	deepseek/deepseek-v4-pro
avian	i0.594 r0.0198 o1.782;@2026-10-18 i0.561 r0.0187 o1.683	deepseek/deepseek-v4-pro-0813
avian	i0.1275 r0.00255 o0.51	deepseek/deepseek-v4.1-flash
avian	i1.5 o1.5	Meta-Llama-3.1-405B-Instruct
avian	i0.45 o0.45	Meta-Llama-3.1-70B-Instruct
avian	i0.1 o0.1	Meta-Llama-3.1-8B-Instruct
avian	i0.45 o0.45	Meta-Llama-3.3-70B-Instruct
avian	i0.27 r0.15 o1.08	minimax/minimax-m2.5
avian	i0.255 r0.051 o1.02	minimax/minimax-m3
avian	i0.45 r0.225 o2.2	moonshotai/kimi-k2.5
avian	i0.95 r0.16 o4	moonshotai/kimi-k2.6
avian	i2.55 r0.255 o12.75	moonshotai/kimi-k3
avian	i0.2 r0.05 o0.4	xiaomi/mimo-v2.5
avian	i0.435 r0.0036 o0.87;@2026-10-18 i0.36975 r0.00306 o0.7395	xiaomi/mimo-v2.5-pro
avian	i0.2 r0.05 o0.4;@2026-10-18 i0.14 r0.0028 o0.28	xiaomi/mimo-v2.6-flash
avian	i0.435 r0.0036 o0.87;@2026-10-18 i0.36975 r0.00306 o0.7395	xiaomi/mimo-v2.6-pro
avian	i0.388 r0.097 o1.806	z-ai/glm-4.7
avian	i0.516 r0.129 o2.322	z-ai/glm-5
avian	i0.743 r0.186 o2.971	z-ai/glm-5.1
avian	i0.495 r0.124 o1.733	z-ai/glm-5.2
avian	i1.19 r0.221 o3.74	z-ai/glm-5.3
avian	i0.1275 r0.0255 o0.425	z-ai/glm-5.3-flash
aws	i12.5 o12.5	ai21.j2-mid-v1
aws	i18.8 o18.8	ai21.j2-ultra-v1
aws	i2 o8	ai21.jamba-1-5-large-v1:0
aws	i0.2 o0.4	ai21.jamba-1-5-mini-v1:0
aws	i0.5 o0.7	ai21.jamba-instruct-v1:0
aws	i0.33 o2.75 a3 A12	amazon.nova-2-5-sonic
aws	i0.135 o0	amazon.nova-2-multimodal-embeddings-v1:0
aws	i1.25 r0.3125 o10 a1.25|priority i2.1875 o17.5|batch i0.625 o5	amazon.nova-2-pro-preview-20251202-v1:0
aws	i0.33 o2.75 a3 A12	amazon.nova-2-sonic-v1:0
aws	i0.06 r0.015 o0.24	amazon.nova-lite-v1:0	us.amazon.nova-lite-v1:0
aws	i0.035 r0.00875 o0.14	amazon.nova-micro-v1:0	us.amazon.nova-micro-v1:0
aws	i2.5 r0.625 o12.5	amazon.nova-premier-v1:0
aws	i0.8 r0.2 o3.2	amazon.nova-pro-v1:0	us.amazon.nova-pro-v1:0
aws	i0.06 o0.24 a3.4 A13.6	amazon.nova-sonic-v1:0
aws	i0.1 o0	amazon.titan-embed-g1-text-02
aws	i0.8 o0	amazon.titan-embed-image-v1
aws	i0.1	amazon.titan-embed-text-v1
aws	i0.02	amazon.titan-embed-text-v2:0
aws	i0.2 o0.6	amazon.titan-text-express-v1
aws	i0.15 o0.2	amazon.titan-text-lite-v1
aws	i0.5 o1.5	amazon.titan-text-premier-v1:0
aws	i3.6 r0.36 w4.5 o18	anthropic.claude-3-7-sonnet-20240620-v1:0
aws	i1 r0.1 w1.25 o5	anthropic.claude-haiku-4-5@20251001
aws	i0.8 o2.4	anthropic.claude-instant-v1
aws	i10 r0.25 w12.5 o50	anthropic.claude-mythos-5-1
aws	i27.5 r2.75 w34.375 o137.5	anthropic.claude-mythos-preview
aws	i5 r0.5 w6.25 o25	anthropic.claude-opus-4-5-20251101-v1:0
aws	i5 r0.5 w6.25 o25	anthropic.claude-opus-4-6-v1
aws	i8 o24	anthropic.claude-v1
aws	i8 o24	anthropic.claude-v2:1
aws	i0.396 r0.099 o3.311	apac.amazon.nova-2-lite-v1:0
aws	i1.375 r0.34375 o11 a1.375	apac.amazon.nova-2-pro-preview-20251202-v1:0
aws	i0.063 r0.01575 o0.252	apac.amazon.nova-lite-v1:0
aws	i0.037 r0.00925 o0.148	apac.amazon.nova-micro-v1:0
aws	i0.84 r0.21 o3.36|flex i0.42 r0.105 o1.68	apac.amazon.nova-pro-v1:0
aws	i11 r1.1 w13.75 o55	apac.anthropic.claude-fable-5
aws	i27.5 r2.75 w34.375 o137.5	apac.anthropic.claude-mythos-preview
aws	i5.5 r0.55 w6.875 o27.5	apac.anthropic.claude-opus-4-8
aws	i5.5 r0.55 w6.875 o27.5	apac.anthropic.claude-opus-5
aws	i4.4 r0.22 w5.5 o22	apac.anthropic.claude-opus-5-5
aws	i27.5 r2.75 w34.375 o137.5	au.anthropic.claude-mythos-preview
aws	i0.3 o0.6	cohere.command-light-text-v14
aws	i1 o2	cohere.command-text-v14
aws	i0.1 o0	cohere.embed-english-v3
aws	i0.1 o0	cohere.embed-multilingual-v3
aws	i0.12 o0	cohere.embed-v4:0
aws	i1.35 o5.4	deepseek.r1-v1:0	us.deepseek.r1-v1:0
aws	i0.58 o1.68	deepseek.v3-v1:0
aws	i0.62 o1.85|flex i0.31 o0.925|priority i1.085 o3.2375|batch i0.31 o0.925	deepseek.v3.2
aws	i0.429 r0.10725 o3.597	eu.amazon.nova-2-lite-v1:0
aws	i1.375 r0.34375 o11 a1.375	eu.amazon.nova-2-pro-preview-20251202-v1:0
aws	i0.078 r0.0195 o0.312	eu.amazon.nova-lite-v1:0
aws	i0.046 r0.0115 o0.184	eu.amazon.nova-micro-v1:0
aws	i1.05 r0.2625 o4.2|flex i0.525 r0.13125 o2.1	eu.amazon.nova-pro-v1:0
aws	i11 r0.275 w13.75 o55	eu.anthropic.claude-fable-5-1
aws	i0.74 o2.22|flex i0.37 o1.11	eu.deepseek.v3.2
aws	i0.13 o0.13	eu.meta.llama3-2-1b-instruct-v1:0
aws	i0.19 o0.19	eu.meta.llama3-2-3b-instruct-v1:0
aws	i0.3 r0.075 o2.5	global.amazon.nova-2-lite-v1:0
aws	i10 r0.25 w12.5 o50	global.anthropic.claude-fable-5-1-v1:0	global.anthropic.claude-fable-5-1
aws	i8 r0.2 w10 o40	global.anthropic.claude-fable-5-2
aws	i10 r1 w12.5 o50	global.anthropic.claude-fable-5-v1:0	global.anthropic.claude-fable-5
aws	i1 r0.1 w1.25 o5	global.anthropic.claude-haiku-4-5-20251001-v1:0
aws	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	global.anthropic.claude-haiku-5-5
aws	i10 r0.25 w12.5 o50	global.anthropic.claude-mythos-5-1
aws	i8 r0.2 w10 o40	global.anthropic.claude-mythos-5-2
aws	i5 r0.5 w6.25 o25	global.anthropic.claude-opus-4-5-v1:0	global.anthropic.claude-opus-4-5-20251101-v1:0
aws	i5 r0.5 w6.25 o25	global.anthropic.claude-opus-4-6-v1:0	global.anthropic.claude-opus-4-6-v1
aws	i5 r0.5 w6.25 o25	global.anthropic.claude-opus-4-7-v1:0	global.anthropic.claude-opus-4-7
aws	i5 r0.5 w6.25 o25	global.anthropic.claude-opus-4-8-v1:0	global.anthropic.claude-opus-4-8
aws	i5 r0.5 w6.25 o25	global.anthropic.claude-opus-5
aws	i4 r0.2 w5 o20	global.anthropic.claude-opus-5-5
aws	i3 r0.3 w3.75 o15	global.anthropic.claude-sonnet-4-20250514-v1:0
aws	i3 r0.3 w3.75 o15	global.anthropic.claude-sonnet-4-5-20250929-v1:0
aws	i3 r0.3 w3.75 o15	global.anthropic.claude-sonnet-4-6-v1:0	global.anthropic.claude-sonnet-4-6
aws	i2 r0.1 w2.5 o10	global.anthropic.claude-sonnet-5-5
aws	i2 r0.2 w2.5 o10	global.anthropic.claude-sonnet-5-v1:0	global.anthropic.claude-sonnet-5
aws	i0.12 o0	global.cohere.embed-v4:0
aws	i3 r0.3 w3.75 o15	global.moonshotai.kimi-k3
aws	i4 r0.2 w5 o20	global.moonshotai.kimi-k3.1
aws	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5	global.openai.gpt-5.4
aws	i5>272000:10 r0.5>272000:1 o30>272000:45	global.openai.gpt-5.5
aws	i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8	global.openai.gpt-5.6-luna
aws	i5>272000:10 r0.5>272000:1 w6.25>272000:12.5 o30>272000:45;@2026-08-21 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	global.openai.gpt-5.6-sol
aws	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18	global.openai.gpt-5.6-terra
aws	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75	global.openai.gpt-6-astra
aws	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	global.openai.gpt-6-luna
aws	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	global.openai.gpt-6-sol
aws	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15	global.openai.gpt-6.1-sol
aws	i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5	global.openai.gpt-6.1-terra
aws	i2 r0.5 o6|flex i1 r0.25 o3|priority i3.5 r0.875 o10.5	global.xai.grok-4.6
aws	i2 r0.5 o6|flex i1 r0.25 o3|priority i3.5 r0.875 o10.5	global.xai.grok-4.7
aws	i1.68 r0.312 w2.1 o5.28	global.zai.glm-5.3
aws	i0.09 o0.29	google.gemma-3-12b-it
aws	i0.23 o0.38	google.gemma-3-27b-it
aws	i0.04 o0.08	google.gemma-3-4b-it
aws	i0.396 r0.099 o3.311|flex i0.198 r0.0495 o1.6555|priority i0.693 r0.17325 o5.79425|batch i0.198 o1.6555	jp.amazon.nova-2-lite-v1:0
aws	i0.75 o1	meta.llama2-13b-chat-v1
aws	i1.95 o2.56	meta.llama2-70b-chat-v1
aws	i2.4 o2.4	meta.llama3-1-405b-instruct-v1:0
aws	i0.72 o0.72	meta.llama3-1-70b-instruct-v1:0	us.meta.llama3-1-70b-instruct-v1:0
aws	i0.22 o0.22	meta.llama3-1-8b-instruct-v1:0	us.meta.llama3-1-8b-instruct-v1:0
aws	i0.16 o0.16	meta.llama3-2-11b-instruct-v1:0	us.meta.llama3-2-11b-instruct-v1:0
aws	i0.1 o0.1	meta.llama3-2-1b-instruct-v1:0	us.meta.llama3-2-1b-instruct-v1:0
aws	i0.15 o0.15	meta.llama3-2-3b-instruct-v1:0	us.meta.llama3-2-3b-instruct-v1:0
aws	i0.72 o0.72	meta.llama3-2-90b-instruct-v1:0	us.meta.llama3-2-90b-instruct-v1:0
aws	i0.72 o0.72	meta.llama3-3-70b-instruct-v1:0	us.meta.llama3-3-70b-instruct-v1:0
aws	i2.65 o3.5	meta.llama3-70b-instruct-v1:0
aws	i0.3 o0.6	meta.llama3-8b-instruct-v1:0
aws	i0.24 o0.97	meta.llama4-maverick-17b-instruct-v1:0	us.meta.llama4-maverick-17b-instruct-v1:0
aws	i0.17 o0.66	meta.llama4-scout-17b-instruct-v1:0	us.meta.llama4-scout-17b-instruct-v1:0
aws	i0.3 o1.2|flex i0.15 o0.6|priority i0.52 o2.1|batch i0.15 o0.6	minimax.minimax-m2
aws	i0.3 o1.2|flex i0.15 o0.6|priority i0.525 o2.1|batch i0.15 o0.6	minimax.minimax-m2.1
aws	i0.3 o1.2|flex i0.15 o0.6|priority i0.525 o2.1|batch i0.15 o0.6	minimax.minimax-m2.5
aws	i0.4 o2	mistral.devstral-2-123b
aws	i0.5 o1.5	mistral.magistral-small-2509
aws	i0.2 o0.2	mistral.ministral-3-14b-instruct
aws	i0.1 o0.1	mistral.ministral-3-3b-instruct
aws	i0.15 o0.15	mistral.ministral-3-8b-instruct
aws	i0.15 o0.2	mistral.mistral-7b-instruct-v0:2
aws	i4 o12	mistral.mistral-large-2402-v1:0
aws	i2 o6	mistral.mistral-large-2407-v1:0
aws	i0.5 o1.5	mistral.mistral-large-3-675b-instruct
aws	i1 o3	mistral.mistral-small-2402-v1:0
aws	i0.45 o0.7	mistral.mixtral-8x7b-instruct-v0:1
aws	i2 o6	mistral.pixtral-large-2502-v1:0	eu.mistral.pixtral-large-2502-v1:0	us.mistral.pixtral-large-2502-v1:0
aws	i0.04 o0.04	mistral.voxtral-mini-3b-2507
aws	i0.1 o0.3	mistral.voxtral-small-24b-2507
aws	i0.6 o2.5|priority i1.05 o4.38|batch i0.3 o1.25	moonshot.kimi-k2-thinking
aws	i0.6 o2.5|flex i0.3 o1.25	moonshotai.kimi-k2-thinking
aws	i0.6 o3|flex i0.3 o1.5	moonshotai.kimi-k2.5
aws	i0.2 o0.6|flex i0.1 o0.3|priority i0.35 o1.05|batch i0.1 o0.3	nvidia.nemotron-nano-12b-v2
aws	i0.06 o0.24	nvidia.nemotron-nano-3-30b:0	nvidia.nemotron-nano-3-30b
aws	i0.06 o0.23	nvidia.nemotron-nano-9b-v2:0	nvidia.nemotron-nano-9b-v2
aws	i0.15 o0.65	nvidia.nemotron-super-3-120b:0	nvidia.nemotron-super-3-120b
aws	i2.75 r0.275 o16.5	openai.gpt-5.4
aws	i5.5 r0.55 o33	openai.gpt-5.5
aws	i0.15 o0.6	openai.gpt-oss-120b-1:0
aws	i0.07 o0.3	openai.gpt-oss-20b-1:0
aws	i0.15 o0.6|flex i0.07 o0.3|priority i0.26 o1.05|batch i0.07 o0.3	openai.gpt-oss-safeguard-120b
aws	i0.07 o0.2|flex i0.03 o0.1|priority i0.12 o0.35|batch i0.03 o0.1	openai.gpt-oss-safeguard-20b
aws	i0.22 o0.88|flex i0.11 o0.44|batch i0.11 o0.44	qwen.qwen3-235b-a22b-2507-v1:0
aws	i0.15 o0.6	qwen.qwen3-32b-v1:0
aws	i0.15 o0.6	qwen.qwen3-coder-30b-a3b-v1:0
aws	i0.45 o1.8	qwen.qwen3-coder-480b-a35b-v1:0
aws	i0.5 o1.2|flex i0.25 o0.6|priority i0.875 o2.1|batch i0.25 o0.6	qwen.qwen3-coder-next
aws	i0.15 o1.2|flex i0.07 o0.6|priority i0.26 o2.1	qwen.qwen3-next-80b-a3b
aws	i0.53 o2.66	qwen.qwen3-vl-235b-a22b-v1:0	qwen.qwen3-vl-235b-a22b
aws	i0.33 r0.0825 o2.75	regional.amazon.nova-2-lite-v1:0	amazon.nova-2-lite-v1:0	amazon.nova-2-lite	us.amazon.nova-2-lite-v1:0
aws	i0.8 r0.08 w1 o4	regional.anthropic.claude-3-5-haiku-20241022-v1:0	anthropic.claude-3-5-haiku-20241022-v1:0	claude-3-5-haiku-20241022-v1:0	claude-3-5-haiku-20241022	us.anthropic.claude-3-5-haiku-20241022-v1:0	eu.anthropic.claude-3-5-haiku-20241022-v1:0
aws	i3 r0.3 w3.75 o15	regional.anthropic.claude-3-5-sonnet-20240620-v1:0	anthropic.claude-3-5-sonnet-20240620-v1:0	claude-3-5-sonnet-20240620-v1:0	claude-3-5-sonnet-20240620	eu.anthropic.claude-3-5-sonnet-20240620-v1:0	us.anthropic.claude-3-5-sonnet-20240620-v1:0
aws	i3 r0.3 w3.75 o15	regional.anthropic.claude-3-5-sonnet-20241022-v2:0	anthropic.claude-3-5-sonnet-20241022-v2:0	claude-3-5-sonnet-20241022-v2:0	claude-3-5-sonnet-20241022	eu.anthropic.claude-3-5-sonnet-20241022-v2:0	us.anthropic.claude-3-5-sonnet-20241022-v2:0
aws	i3 r0.3 w3.75 o15	regional.anthropic.claude-3-7-sonnet-20250219-v1:0	anthropic.claude-3-7-sonnet-20250219-v1:0	claude-3-7-sonnet-20250219-v1:0	claude-3-7-sonnet-20250219	eu.anthropic.claude-3-7-sonnet-20250219-v1:0	us.anthropic.claude-3-7-sonnet-20250219-v1:0
aws	i0.25 o1.25	regional.anthropic.claude-3-haiku-20240307-v1:0	anthropic.claude-3-haiku-20240307-v1:0	claude-3-haiku-20240307-v1:0	claude-3-haiku-20240307
aws	i15 o75	regional.anthropic.claude-3-opus-20240229-v1:0	anthropic.claude-3-opus-20240229-v1:0	claude-3-opus-20240229-v1:0	claude-3-opus-20240229	eu.anthropic.claude-3-opus-20240229-v1:0	us.anthropic.claude-3-opus-20240229-v1:0
aws	i3 r0.3 w3.75 o15	regional.anthropic.claude-3-sonnet-20240229-v1:0	anthropic.claude-3-sonnet-20240229-v1:0	claude-3-sonnet-20240229-v1:0	claude-3-sonnet-20240229
aws	i11 r0.275 w13.75 o55	regional.anthropic.claude-fable-5-1-v1:0	anthropic.claude-fable-5-1	claude-fable-5-1	us.anthropic.claude-fable-5-1	anthropic.claude-fable-5-1-v1:0	claude-fable-5-1-v1:0	anthropic.claude-fable-5-1-v1	claude-fable-5-1-v1
aws	i8.8 r0.22 w11 o44	regional.anthropic.claude-fable-5-2	anthropic.claude-fable-5-2	claude-fable-5-2	us.anthropic.claude-fable-5-2	eu.anthropic.claude-fable-5-2	anthropic.claude-fable-5-2-v1	claude-fable-5-2-v1
aws	i11 r1.1 w13.75 o55	regional.anthropic.claude-fable-5-v1:0	anthropic.claude-fable-5	claude-fable-5	us.anthropic.claude-fable-5	au.anthropic.claude-fable-5	eu.anthropic.claude-fable-5	anthropic.claude-fable-5-v1:0	claude-fable-5-v1:0	anthropic.claude-fable-5-v1	claude-fable-5-v1
aws	i1.1 r0.11 w1.375 o5.5	regional.anthropic.claude-haiku-4-5-20251001-v1:0	anthropic.claude-haiku-4-5-20251001-v1:0	claude-haiku-4-5-20251001-v1:0	claude-haiku-4-5-20251001	anthropic.claude-haiku-4-5-20251001	apac.anthropic.claude-haiku-4-5-20251001-v1:0	eu.anthropic.claude-haiku-4-5-20251001-v1:0	jp.anthropic.claude-haiku-4-5-20251001-v1:0	us.anthropic.claude-haiku-4-5-20251001-v1:0	au.anthropic.claude-haiku-4-5-20251001-v1:0
aws	i0.11>100000:0.55 r0.011>100000:0.055 w0.1375>100000:0.6875 o0.55>100000:2.75	regional.anthropic.claude-haiku-5-5	anthropic.claude-haiku-5-5	claude-haiku-5-5	us.anthropic.claude-haiku-5-5	au.anthropic.claude-haiku-5-5	apac.anthropic.claude-haiku-5-5	eu.anthropic.claude-haiku-5-5	us-gov.anthropic.claude-haiku-5-5	jp.anthropic.claude-haiku-5-5	anthropic.claude-haiku-5-5-v1	claude-haiku-5-5-v1
aws	i8.8 r0.22 w11 o44	regional.anthropic.claude-mythos-5-2	anthropic.claude-mythos-5-2	claude-mythos-5-2	us.anthropic.claude-mythos-5-2	eu.anthropic.claude-mythos-5-2	anthropic.claude-mythos-5-2-v1	claude-mythos-5-2-v1
aws	i15 r1.5 w18.75 o75	regional.anthropic.claude-opus-4-1-20250805-v1:0	anthropic.claude-opus-4-1-20250805-v1:0	claude-opus-4-1-20250805-v1:0	claude-opus-4-1-20250805	anthropic.claude-opus-4-1-20250805	eu.anthropic.claude-opus-4-1-20250805-v1:0	us.anthropic.claude-opus-4-1-20250805-v1:0
aws	i15 r1.5 w18.75 o75	regional.anthropic.claude-opus-4-20250514-v1:0	anthropic.claude-opus-4-20250514-v1:0	claude-opus-4-20250514-v1:0	claude-opus-4-20250514	anthropic.claude-opus-4-20250514	eu.anthropic.claude-opus-4-20250514-v1:0	us.anthropic.claude-opus-4-20250514-v1:0
aws	i5.5 r0.55 w6.875 o27.5	regional.anthropic.claude-opus-4-5-v1:0	anthropic.claude-opus-4-5-v1:0	claude-opus-4-5-v1:0	claude-opus-4-5	anthropic.claude-opus-4-5	us.anthropic.claude-opus-4-5-20251101-v1:0	eu.anthropic.claude-opus-4-5-20251101-v1:0
aws	i5.5 r0.55 w6.875 o27.5	regional.anthropic.claude-opus-4-6-v1:0	anthropic.claude-opus-4-6-v1:0	claude-opus-4-6-v1:0	claude-opus-4-6	anthropic.claude-opus-4-6	us.anthropic.claude-opus-4-6-v1	eu.anthropic.claude-opus-4-6-v1	au.anthropic.claude-opus-4-6-v1
aws	i5.5 r0.55 w6.875 o27.5	regional.anthropic.claude-opus-4-7-v1:0	anthropic.claude-opus-4-7-v1:0	claude-opus-4-7-v1:0	claude-opus-4-7	anthropic.claude-opus-4-7	us.anthropic.claude-opus-4-7	eu.anthropic.claude-opus-4-7	au.anthropic.claude-opus-4-7	jp.anthropic.claude-opus-4-7	apac.anthropic.claude-opus-4-7
aws	i5.5 r0.55 w6.875 o27.5	regional.anthropic.claude-opus-4-8-v1:0	anthropic.claude-opus-4-8-v1:0	claude-opus-4-8-v1:0	claude-opus-4-8	anthropic.claude-opus-4-8	us.anthropic.claude-opus-4-8	eu.anthropic.claude-opus-4-8	au.anthropic.claude-opus-4-8	jp.anthropic.claude-opus-4-8
aws	i5.5 r0.55 w6.875 o27.5	regional.anthropic.claude-opus-5	anthropic.claude-opus-5	claude-opus-5	us.anthropic.claude-opus-5	au.anthropic.claude-opus-5	eu.anthropic.claude-opus-5	jp.anthropic.claude-opus-5	in.anthropic.claude-opus-5	anthropic.claude-opus-5-v1	claude-opus-5-v1
aws	i4.4 r0.22 w5.5 o22	regional.anthropic.claude-opus-5-5	anthropic.claude-opus-5-5	claude-opus-5-5	us.anthropic.claude-opus-5-5	au.anthropic.claude-opus-5-5	eu.anthropic.claude-opus-5-5	jp.anthropic.claude-opus-5-5	anthropic.claude-opus-5-5-v1	claude-opus-5-5-v1
aws	i3 r0.3 w3.75 o15	regional.anthropic.claude-sonnet-4-20250514-v1:0	anthropic.claude-sonnet-4-20250514-v1:0	claude-sonnet-4-20250514-v1:0	claude-sonnet-4-20250514	anthropic.claude-sonnet-4-20250514	apac.anthropic.claude-sonnet-4-20250514-v1:0	eu.anthropic.claude-sonnet-4-20250514-v1:0	us.anthropic.claude-sonnet-4-20250514-v1:0
aws	i3.3 r0.33 w4.125 o16.5	regional.anthropic.claude-sonnet-4-5-20250929-v1:0	anthropic.claude-sonnet-4-5-20250929-v1:0	claude-sonnet-4-5-20250929-v1:0	claude-sonnet-4-5-20250929	anthropic.claude-sonnet-4-5-20250929	au.anthropic.claude-sonnet-4-5-20250929-v1:0	eu.anthropic.claude-sonnet-4-5-20250929-v1:0	jp.anthropic.claude-sonnet-4-5-20250929-v1:0	us.anthropic.claude-sonnet-4-5-20250929-v1:0
aws	i3.3 r0.33 w4.125 o16.5	regional.anthropic.claude-sonnet-4-6-v1:0	anthropic.claude-sonnet-4-6-v1:0	claude-sonnet-4-6-v1:0	claude-sonnet-4-6	anthropic.claude-sonnet-4-6	us.anthropic.claude-sonnet-4-6	eu.anthropic.claude-sonnet-4-6	au.anthropic.claude-sonnet-4-6	jp.anthropic.claude-sonnet-4-6	apac.anthropic.claude-sonnet-4-6
aws	i2.2 r0.11 w2.75 o11	regional.anthropic.claude-sonnet-5-5	anthropic.claude-sonnet-5-5	claude-sonnet-5-5	us.anthropic.claude-sonnet-5-5	au.anthropic.claude-sonnet-5-5	apac.anthropic.claude-sonnet-5-5	eu.anthropic.claude-sonnet-5-5	us-gov.anthropic.claude-sonnet-5-5	jp.anthropic.claude-sonnet-5-5	anthropic.claude-sonnet-5-5-v1	claude-sonnet-5-5-v1
aws	i2.2 r0.22 w2.75 o11	regional.anthropic.claude-sonnet-5-v1:0	anthropic.claude-sonnet-5	claude-sonnet-5	us.anthropic.claude-sonnet-5	au.anthropic.claude-sonnet-5	apac.anthropic.claude-sonnet-5	eu.anthropic.claude-sonnet-5	us-gov.anthropic.claude-sonnet-5	jp.anthropic.claude-sonnet-5	in.anthropic.claude-sonnet-5	anthropic.claude-sonnet-5-v1:0	claude-sonnet-5-v1:0	anthropic.claude-sonnet-5-v1	claude-sonnet-5-v1
aws	i3.3 r0.33 w4.125 o16.5	regional.moonshotai.kimi-k3	us.moonshotai.kimi-k3	in.moonshotai.kimi-k3	moonshotai.kimi-k3
aws	i4.4 r0.22 w5.5 o22	regional.moonshotai.kimi-k3.1	moonshotai.kimi-k3.1
aws	i1.1 r0.11 w1.375 o6.6;@2026-07-30 i0.22>272000:0.44 r0.022>272000:0.044 w0.275>272000:0.55 o1.32>272000:1.98	regional.openai.gpt-5.6-luna	openai.gpt-5.6-luna	gpt-5.6-luna	us.openai.gpt-5.6-luna
aws	i5.5>272000:11 r0.55>272000:1.1 w6.875>272000:13.75 o33>272000:49.5;@2026-08-21 i4.4>272000:8.8 r0.44>272000:0.88 w5.5>272000:11 o22>272000:33	regional.openai.gpt-5.6-sol	openai.gpt-5.6-sol	gpt-5.6-sol	us.openai.gpt-5.6-sol
aws	i2.75 r0.275 w3.4375 o16.5;@2026-07-30 i2.2>272000:4.4 r0.22>272000:0.44 w2.75>272000:5.5 o13.2>272000:19.8	regional.openai.gpt-5.6-terra	openai.gpt-5.6-terra	gpt-5.6-terra	us.openai.gpt-5.6-terra
aws	i11>272000:22 r1.1>272000:2.2 w13.75>272000:27.5 o55>272000:82.5	regional.openai.gpt-6-astra	openai.gpt-6-astra	gpt-6-astra	us.openai.gpt-6-astra
aws	i0.11>272000:0.22 r0.011>272000:0.022 w0.1375>272000:0.275 o0.55>272000:0.825	regional.openai.gpt-6-luna	openai.gpt-6-luna	gpt-6-luna	us.openai.gpt-6-luna
aws	i2.2>272000:4.4 r0.22>272000:0.44 w2.75>272000:5.5 o11>272000:16.5	regional.openai.gpt-6-sol	openai.gpt-6-sol	gpt-6-sol	us.openai.gpt-6-sol
aws	i2.2>272000:4.4 r0.11>272000:0.22 w2.75>272000:5.5 o11>272000:16.5	regional.openai.gpt-6.1-sol	openai.gpt-6.1-sol	gpt-6.1-sol	us.openai.gpt-6.1-sol
aws	i1.1>272000:2.2 r0.055>272000:0.11 w1.375>272000:2.75 o5.5>272000:8.25	regional.openai.gpt-6.1-terra	openai.gpt-6.1-terra	gpt-6.1-terra	us.openai.gpt-6.1-terra
aws	i1.848 r0.3432 w2.31 o5.808	regional.zai.glm-5.3	us.zai.glm-5.3	zai.glm-5.3
aws	i12 r0.3 w15 o60	us-gov.anthropic.claude-fable-5-1
aws	i6 r0.6 w7.5 o30	us-gov.anthropic.claude-opus-4-8
aws	i6 r0.6 w7.5 o30	us-gov.anthropic.claude-opus-5
aws	i4.8 r0.24 w6 o24	us-gov.anthropic.claude-opus-5-5
aws	i3.6>200000:7.2 r0.36>200000:0.72 w4.5>200000:9 o18>200000:27	us-gov.anthropic.claude-sonnet-4-5-20250929-v1:0
aws	i0.24 o0.72	us-gov.nvidia.nemotron-nano-12b-v2
aws	i0.072 o0.288	us-gov.nvidia.nemotron-nano-3-30b
aws	i0.072 o0.276	us-gov.nvidia.nemotron-nano-9b-v2
aws	i0.18 o0.78	us-gov.nvidia.nemotron-super-3-120b
aws	i0.18 o0.72	us-gov.openai.gpt-oss-120b-1:0
aws	i0.084 o0.36	us-gov.openai.gpt-oss-20b-1:0
aws	i2.64 r0.66 o7.92	us-gov.xai.grok-4.6
aws	i1.375 r0.34375 o11 a1.375|priority i2.40625 o19.25|batch i0.6875 o5.5	us.amazon.nova-2-pro-preview-20251202-v1:0
aws	i11 r1.1 w13.75 o55	us.anthropic.claude-mythos-5
aws	i11 r0.275 w13.75 o55	us.anthropic.claude-mythos-5-1
aws	i27.5 r2.75 w34.375 o137.5	us.anthropic.claude-mythos-preview
aws	i0.12 o0	us.cohere.embed-v4:0
aws	i0.62 o1.85|flex i0.31 o0.925|priority i1.085 o3.2375|batch i0.31 o0.925	us.deepseek.v3.2
aws	i2.4 o2.4	us.meta.llama3-1-405b-instruct-v1:0
aws	i2.75>272000:5.5 r0.275>272000:0.55 o16.5>272000:24.75	us.openai.gpt-5.4
aws	i5.5>272000:11 r0.55>272000:1.1 o33>272000:49.5	us.openai.gpt-5.5
aws	i2.2 r0.55 o6.6|flex i1.1 r0.275 o3.3|priority i3.85 r0.9625 o11.55	us.xai.grok-4.6
aws	i2.2 r0.55 o6.6|flex i1.1 r0.275 o3.3|priority i3.85 r0.9625 o11.55	us.xai.grok-4.7
aws	i0.15 o0.6|flex i0.075 o0.3|priority i0.2625 o1.05|batch i0.075 o0.3	writer.palmyra-vision-7b
aws	i2.5 o10	writer.palmyra-x4-v1:0	us.writer.palmyra-x4-v1:0
aws	i0.6 o6	writer.palmyra-x5-v1:0	us.writer.palmyra-x5-v1:0
aws	i0.6 o2.2|flex i0.3 o1.1|priority i1.05 o3.85|batch i0.3 o1.1	zai.glm-4.7
aws	i0.07 o0.4|flex i0.035 o0.2|priority i0.1225 o0.7|batch i0.035 o0.2	zai.glm-4.7-flash
aws	i1 o3.2|priority i1.75 o5.6|batch i0.5 o1.6	zai.glm-5
azure	i0.1	ada	text-embedding-ada	text-embedding-ada-002	text-embedding-ada-002-v2
azure	i0.4	babbage	babbage-002
azure	i5 r0.5 o30	chat-latest
azure	i10 r1 w12.5 o50	claude-fable-5
azure	i10 r0.25 w12.5 o50	claude-fable-5-1
azure	i1 r0.1 w1.25 o5	claude-haiku-4-5
azure	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	claude-haiku-5-5
azure	i5 r0.5 w6.25 o25	claude-opus-4-5
azure	i5 r0.5 w6.25 o25	claude-opus-4-6
azure	i5 r0.5 w6.25 o25	claude-opus-4-7
azure	i5 r0.5 w6.25 o25	claude-opus-4-8
azure	i5 r0.5 w6.25 o25	claude-opus-5
azure	i4 r0.2 w5 o20	claude-opus-5-5
azure	i8 r0.4 w10 o40	claude-opus-5-5-fast
azure	i3 r0.3 w3.75 o15	claude-sonnet-4-5
azure	i3 r0.3 w3.75 o15	claude-sonnet-4-6
azure	i2 r0.2 w2.5 o10	claude-sonnet-5
azure	i2 r0.1 w2.5 o10	claude-sonnet-5-5
azure	i0.3 o0.9	Codestral-2501
azure	i1.5 r0.375 o6	codex-mini
azure	i2.5 o10	cohere-command-a
azure	i0.8 o3.2	Cohere-command-a-plus-05-2026
azure	i0.1 o0	Cohere-embed-v3-english
azure	i0.1 o0	Cohere-embed-v3-multilingual
azure	i0.08 o0	Cohere-Embed-V5-Fast
azure	i0.12 o0	Cohere-Embed-V5-Pro
azure	i3 o15	command-r-plus
azure	i3 o12	computer-use-preview
azure	i2	curie	text-curie	text-curie-001
azure	i2	davinci	davinci-002	text-davinci	text-davinci-002
azure	i1.35 o5.4	deepseek-r1
azure	i1.14 o4.56	deepseek-v3
azure	i1.14 o4.56	deepseek-v3-0324
azure	i1.23 o4.94	deepseek-v3.1
azure	i0.58 o1.68	deepseek-v3.2
azure	i0.58 o1.68	deepseek-v3.2-speciale
azure	i0.19 r0.028 o0.51	deepseek-v4-flash
azure	i0.44 r0.014 o1.32	DeepSeek-V4-Flash-0731
azure	i1.74 r0.145 o3.48	deepseek-v4-pro
azure	i0.3 r0.006 o1.2	deepseek-v4.1-flash
azure	i0.12 o0	embed-v-4-0
azure	i0.62 r0.31 o1.85	FW-DeepSeek-V3.2
azure	i0.15 r0.03 o0.31	FW-DeepSeek-V4-Flash
azure	i1.925 r0.165 o3.828	FW-DeepSeek-V4-Pro
azure	i0.375 r0.008 o1.5	FW-DeepSeek-V4.1-Flash
azure	i1.1 r0.22 o3.52	FW-GLM-5
azure	i1.54 r0.286 o4.84	FW-GLM-5.1
azure	i1.54 r0.15 o4.84	FW-GLM-5.2
azure	i2.31 r0.231 o7.26	FW-GLM-5.2-Fast
azure	i1.75 r0.325 o5.5	FW-GLM-5.3
azure	i0.188 r0.038 o0.625	FW-GLM-5.3-Flash
azure	i0.165 r0.082 o0.66	FW-GPT-OSS-120B
azure	i1.1 r0.19 o4.46	FW-Inkling
azure	i0.66 r0.11 o3.3	FW-Kimi-K2.5
azure	i1.045 r0.176 o4.4	FW-Kimi-K2.6
azure	i1.05 r0.21 o4.4	FW-Kimi-K2.7-Code
azure	i3 r0.3 o15	FW-Kimi-K3
azure	i0.33 r0.033 o1.32	FW-MiniMax-M2.5
azure	i0.33 r0.066 o1.32	FW-MiniMax-M3
azure	i0.66 r0.13 o2.64	FW-Nemotron-3-Ultra-NVFP4
azure	i0.06 r0.01 o0.22	FW-Nemotron-Lightning-3.5-30B-A3B
azure	i0.5 o1.5	gpt-3.5-turbo
azure	i1.65 o2.2	gpt-3.5-turbo-instruct-0914
azure	i0.5 o1.5	gpt-35-turbo
azure	i3 o4	gpt-35-turbo-16k
azure	i3 o4	gpt-35-turbo-16k-0613
azure	i1.65 o2.2	gpt-35-turbo-instruct
azure	i1.65 o2.2	gpt-35-turbo-instruct-0914
azure	i30 o60	gpt-4
azure	i10 o30	gpt-4-0125-preview
azure	i30 o60	gpt-4-0613
azure	i10 o30	gpt-4-1106-preview
azure	i60 o120	gpt-4-32k
azure	i60 o120	gpt-4-32k-0613
azure	i11 o33	gpt-4-turbo
azure	i11 o33	gpt-4-turbo-2024-04-09
azure	i11 o33	gpt-4-turbo-vision-preview
azure	i2 r0.5 o8|priority i3.5 r0.875 o14|batch i1 o4	gpt-4.1
azure	i2 r0.5 o8|priority i3.5 r0.875 o14|batch i1 o4	gpt-4.1-2025-04-14
azure	i0.4 r0.1 o1.6|priority i0.7 r0.175 o2.8|batch i0.2 o0.8	gpt-4.1-mini
azure	i0.4 r0.1 o1.6|priority i0.7 r0.175 o2.8|batch i0.2 o0.8	gpt-4.1-mini-2025-04-14
azure	i0.1 r0.025 o0.4|batch i0.05 o0.2	gpt-4.1-nano
azure	i0.1 r0.025 o0.4|batch i0.05 o0.2	gpt-4.1-nano-2025-04-14
azure	i75 r37.5 o150|batch i37.5 o75	gpt-4.5-preview
azure	i2.5 r1.25 o10|batch i1.25 o5	gpt-4o
azure	i5 o15|batch i2.5 o7.5	gpt-4o-2024-05-13
azure	i2.5 r1.25 o10|batch i1.25 o5	gpt-4o-2024-08-06
azure	i2.5 r1.25 o10|batch i1.25 o5	gpt-4o-2024-11-20
azure	i2.5 o10 a40 A80	gpt-4o-audio-preview-2024-12-17
azure	i0.15 r0.075 o0.6|batch i0.075 o0.3	gpt-4o-mini
azure	i0.15 r0.075 o0.6|batch i0.075 o0.3	gpt-4o-mini-2024-07-18
azure	i0.15 o0.6 a10 A20	gpt-4o-mini-audio-preview-2024-12-17
azure	i0.6 r0.3 o2.4 a10 A20	gpt-4o-mini-realtime-preview-2024-12-17
azure	i5 r2.5 o20 a100 A200	gpt-4o-realtime-preview-2024-10-01
azure	i5 r2.5 o20 a40 A80	gpt-4o-realtime-preview-2024-12-17
azure	i1.25 r0.125 o10|priority i2.5 r0.25 o20|batch i0.625 r0.0625 o5	gpt-5
azure	i1.25 r0.125 o10|priority i2.5 r0.25 o20|batch i0.625 r0.0625 o5	gpt-5-2025-08-07
azure	i1.25 r0.125 o10	gpt-5-chat
azure	i1.25 r0.125 o10	gpt-5-codex
azure	i0.25 r0.025 o2|priority i0.45 r0.045 o3.6|batch i0.125 r0.0125 o1	gpt-5-mini
azure	i0.25 r0.025 o2|priority i0.45 r0.045 o3.6|batch i0.125 r0.0125 o1	gpt-5-mini-2025-08-07
azure	i0.05 r0.005 o0.4|batch i0.025 r0.0025 o0.2	gpt-5-nano
azure	i0.05 r0.005 o0.4|batch i0.025 r0.0025 o0.2	gpt-5-nano-2025-08-07
azure	i15 o120|batch i7.5 o60	gpt-5-pro
azure	i1.25 r0.125 o10|priority i2.5 r0.25 o20|batch i0.625 r0.0625 o5	gpt-5.1
azure	i1.25 r0.125 o10|priority i2.5 r0.25 o20|batch i0.625 r0.0625 o5	gpt-5.1-2025-11-13
azure	i1.25 r0.125 o10	gpt-5.1-chat
azure	i1.25 r0.125 o10	gpt-5.1-codex
azure	i1.25 r0.125 o10|priority i2.5 r0.25 o20	gpt-5.1-codex-2025-11-13
azure	i1.25 r0.125 o10	gpt-5.1-codex-max
azure	i0.25 r0.025 o2	gpt-5.1-codex-mini
azure	i0.25 r0.025 o2|priority i0.45 r0.045 o3.6	gpt-5.1-codex-mini-2025-11-13
azure	i1.75 r0.175 o14|priority i3.5 r0.35 o28|batch i0.875 r0.0875 o7	gpt-5.2
azure	i1.75 r0.175 o14|priority i3.5 r0.35 o28|batch i0.875 r0.0875 o7	gpt-5.2-2025-12-11
azure	i1.75 r0.175 o14	gpt-5.2-chat
azure	i1.75 r0.175 o14	gpt-5.2-codex
azure	i21 o168|batch i10.5 o84	gpt-5.2-pro
azure	i21 o168|batch i10.5 o84	gpt-5.2-pro-2025-12-11
azure	i1.75 r0.175 o14	gpt-5.3-chat
azure	i1.75 r0.175 o14|priority i3.5 r0.35 o28	gpt-5.3-codex
azure	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5|priority i5>272000:10 r0.5>272000:1 o30>272000:45	gpt-5.4
azure	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5|priority i5>272000:10 r0.5>272000:1 o30>272000:45	gpt-5.4-2026-03-05
azure	i0.75 r0.075 o4.5|priority i1.5 r0.15 o9	gpt-5.4-mini
azure	i0.75 r0.075 o4.5|priority i1.5 r0.15 o9	gpt-5.4-mini-2026-03-17
azure	i0.2 r0.02 o1.25|priority i0.4 r0.04 o2.5	gpt-5.4-nano
azure	i0.2 r0.02 o1.25|priority i0.4 r0.04 o2.5	gpt-5.4-nano-2026-03-17
azure	i30>272000:60 r3>272000:6 o180>272000:270|priority i60>272000:120 r6>272000:12 o360>272000:540	gpt-5.4-pro
azure	i30>272000:60 r3>272000:6 o180>272000:270|priority i60>272000:120 r6>272000:12 o360>272000:540	gpt-5.4-pro-2026-03-05
azure	i5>272000:10 r0.5>272000:1 o30>272000:45|priority i10>272000:20 r1>272000:2 o60>272000:90	gpt-5.5
azure	i5>272000:10 r0.5>272000:1 o30>272000:45|priority i10>272000:20 r1>272000:2 o60>272000:90	gpt-5.5-2026-04-23
azure	i5>272000:10 r0.5>272000:1 o30>272000:45|priority i10>272000:20 r1>272000:2 o60>272000:90	gpt-5.5-2026-04-24
azure	i30>272000:60 r3>272000:6 o180>272000:270	gpt-5.5-pro
azure	i30>272000:60 r3>272000:6 o180>272000:270	gpt-5.5-pro-2026-04-23
azure	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30|priority i8>272000:16 r0.8>272000:1.6 w10>272000:20 o40>272000:60	gpt-5.6
azure	i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8|flex i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.6>272000:0.9|priority i0.4>272000:0.8 r0.04>272000:0.08 w0.5>272000:1 o2.4>272000:3.6	gpt-5.6-luna
azure	i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8|flex i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.6>272000:0.9|priority i0.4>272000:0.8 r0.04>272000:0.08 w0.5>272000:1 o2.4>272000:3.6	gpt-5.6-luna-2026-07-09
azure	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30|flex i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15|priority i8>272000:16 r0.8>272000:1.6 w10>272000:20 o40>272000:60	gpt-5.6-sol
azure	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30|flex i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15|priority i8>272000:16 r0.8>272000:1.6 w10>272000:20 o40>272000:60	gpt-5.6-sol-2026-07-09
azure	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18|flex i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9|priority i4>272000:8 r0.4>272000:0.8 w5>272000:10 o24>272000:36	gpt-5.6-terra
azure	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18|flex i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9|priority i4>272000:8 r0.4>272000:0.8 w5>272000:10 o24>272000:36	gpt-5.6-terra-2026-07-09
azure	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75	gpt-6-astra
azure	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75	gpt-6-astra-2026-09-03
azure	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	gpt-6-luna
azure	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	gpt-6-luna-2026-09-22
azure	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	gpt-6-sol
azure	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15|priority i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	gpt-6-sol-2026-09-22
azure	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15	gpt-6.1-sol
azure	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15	gpt-6.1-sol-2026-09-29
azure	i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5	gpt-6.1-terra
azure	i2.5 o10 a40 A80	gpt-audio
azure	i2.5 o10 a32 A64	gpt-audio-1.5
azure	i2.5 o10 a32 A64	gpt-audio-1.5-2026-02-23
azure	i2.5 o10 a40 A80	gpt-audio-2025-08-28
azure	i0.6 o2.4 a10 A20	gpt-audio-mini
azure	i0.6 o2.4 a10 A20	gpt-audio-mini-2025-10-06
azure	i5 r0.5 o30	gpt-chat-latest
azure	i0.15 o0.6	gpt-oss-120b
azure	i4 r0.4 o16 a32 A64	gpt-realtime
azure	i4 r0.4 o16 a32 A64	gpt-realtime-1.5
azure	i4 r0.4 o16 a32 A64	gpt-realtime-1.5-2026-02-23
azure	i4 r0.4 o24 a32 A64	gpt-realtime-2
azure	i4 r0.4 o24 a32 A64	gpt-realtime-2.1
azure	i0.6 r0.06 o2.4 a10 A20	gpt-realtime-2.1-mini
azure	i4 r0.4 o16 a32 A64	gpt-realtime-2025-08-28
azure	i0.6 r0.06 o2.4 a10 A20	gpt-realtime-mini
azure	i0.6 r0.06 o2.4 a10 A20	gpt-realtime-mini-2025-10-06
azure	i3 o15	grok-3
azure	i0.25 o1.27	grok-3-mini
azure	i3 o15	grok-4
azure	i0.2 o0.5	grok-4-1-fast-non-reasoning
azure	i0.2 o0.5	grok-4-1-fast-reasoning
azure	i1.25 r1.25 o2.5	grok-4-20-non-reasoning
azure	i1.25 r1.25 o2.5	grok-4-20-reasoning
azure	i0.2 o0.5	grok-4-fast-non-reasoning
azure	i0.2 o0.5	grok-4-fast-reasoning
azure	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.3
azure	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.6
azure	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.7
azure	i0.2 o1.5	grok-code-fast-1
azure	i3200 o9710	jais-30b-chat
azure	i0.5 o0.7	jamba-instruct
azure	i0.6 o2.5	kimi-k2-thinking
azure	i0.6 r0.1 o3	kimi-k2.5
azure	i0.95 r0.16 o4	kimi-k2.6
azure	i0.95 r0.19 o4	kimi-k2.7-code
azure	i0.71 o0.71	Llama-3.3-70B-Instruct
azure	i0.25 o1	Llama-4-Maverick-17B-128E-Instruct-FP8
azure	i0.2 o0.78	Llama-4-Scout-17B-16E-Instruct
azure	i0.2 r0.02 o1.2	MAI-Code-1.1-Flash
azure	i0.6 r0.06 o3.5	MAI-Cyber-1-Flash
azure	i1.35 o5.4	MAI-DS-R1
azure	i2 r0.2 o8	MAI-Thinking-1
azure	i1.1 o0.37	Meta-Llama-3-70B-Instruct
azure	i2.68 o3.54	Meta-Llama-3.1-70B-Instruct
azure	i0.04 o0.04	ministral-3b
azure	i4 o12	mistral-large
azure	i8 o24	mistral-large-2402
azure	i2 o6	mistral-large-2407
azure	i0.5 o1.5	mistral-large-3
azure	i8 o24	mistral-large-latest
azure	i0.4 o2	mistral-medium-2505
azure	i1.5 o7.5	mistral-medium-3-5
azure	i0.15 o0.15	mistral-nemo
azure	i1 o3	mistral-small
azure	i0.1 o0.3	mistral-small-2503
azure	i0.14 o0	model-router
azure	i0.14 o0	model_router
azure	i15 r7.5 o60	o1	o1-2024-12-17
azure	i1.1 r0.55 o4.4	o1-mini	o1-mini-2024-09-12
azure	i15 r7.5 o60	o1-preview	o1-preview-2024-09-12
azure	i2 r0.5 o8	o3-2025-04-16	o3
azure	i10 r2.5 o40	o3-deep-research
azure	i1.1 r0.55 o4.4	o3-mini	o3-mini-2025-01-31
azure	i20 o80|batch i10 o40	o3-pro
azure	i20 o80|batch i10 o40	o3-pro-2025-06-10
azure	i1.1 r0.275 o4.4	o4-mini	o4-mini-2025-04-16
azure	i0.17 o0.68	phi-3-medium-128k-instruct
azure	i0.17 o0.68	Phi-3-medium-4k-instruct
azure	i0.13 o0.52	phi-3-mini-128k-instruct
azure	i0.13 o0.52	Phi-3-mini-4k-instruct
azure	i0.15 o0.6	Phi-3-small-128k-instruct
azure	i0.15 o0.6	Phi-3-small-8k-instruct
azure	i0.13 o0.52	phi-3.5-mini-128k-instruct
azure	i0.13 o0.52	Phi-3.5-mini-instruct
azure	i0.16 o0.64	Phi-3.5-MoE-instruct
azure	i0.13 o0.52	Phi-3.5-vision-instruct
azure	i0.125 o0.5	phi-4
azure	i0.075 o0.3	phi-4-mini-instruct
azure	i0.075 o0.3	Phi-4-mini-reasoning
azure	i0.08 o0.32 a4	phi-4-multimodal-instruct
azure	i0.125 o0.5	Phi-4-reasoning
azure	i0.125 o0.5	phi-4-reasoning-plus
azure	i0.13	text-embedding-3-large
azure	i0.02	text-embedding-3-small
azure	i0.48 o0.48	wizardlm-2-8x22b
baseten	i0.035 o0	decision-models/baseten-elephant-9b-latest
baseten	i0.01 o0	decision-models/baseten-joey-2b-latest
baseten	i0.1 o0	decision-models/baseten-mammoth-27b-latest
baseten	i0.77 o0.77	deepseek-ai/DeepSeek-V3-0324
baseten	i0.5 o1.5	deepseek-ai/DeepSeek-V3.1
baseten	i0.13 r0.028 o0.26	deepseek-ai/DeepSeek-V4-Flash-0731
baseten	i1.74 r0.145 o3.48	deepseek-ai/DeepSeek-V4-Pro
baseten	i1.32 r0.132 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813
baseten	i0.3 r0.007 o1.2	deepseek-ai/DeepSeek-V4.1-Flash	deepseek-ai/DeepSeek-V4.1-Flash-1017
baseten	i0.6 r0.014 o2.4	deepseek-ai/DeepSeek-V4.1-Flash-1017-Fast
baseten	i0.6 r0.014 o2.4	deepseek-ai/DeepSeek-V4.1-Flash-Fast
baseten	i1.25 r0.15 o4.25	meta-models/muse-spark-open
baseten	i0.3 o1.2	MiniMaxAI/MiniMax-M2.5
baseten	i0.6 o2.5	moonshotai/Kimi-K2-Instruct-0905
baseten	i0.6 o2.5	moonshotai/Kimi-K2-Thinking
baseten	i0.6 o3	moonshotai/Kimi-K2.5
baseten	i0.95 r0.16 o4	moonshotai/Kimi-K2.6
baseten	i0.95 r0.16 o4	moonshotai/Kimi-K2.7-Code
baseten	i3 r0.3 o15	moonshotai/Kimi-K3
baseten	i0.3 o0.75	nvidia/Nemotron-120B-A12B
baseten	i0.6 r0.12 o2.4	nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B
baseten	i0.2 r0.04 o0.5	nvidia/NVIDIA-Nemotron-3.5-Super-VL-120B-A12B
baseten	i0.1 o0.5	openai/gpt-oss-120b
baseten	i1.3 r0.13 o4.3;@2026-11-02 i0.4 r0.04 o1.2	reflection/Beam-1.0
baseten	i1 r0.17 o4.05	thinkingmachines/inkling
baseten	i0.5 r0.1 o1.2	thinkingmachines/inkling-small
baseten	i0.6 o2.2	zai-org/GLM-4.6
baseten	i0.6 r0.12 o2.2	zai-org/GLM-4.7
baseten	i0.95 o3.15	zai-org/GLM-5
baseten	i1.4 r0.14 o4.4	zai-org/GLM-5.2
baseten	i2.1 r0.21 o6.6	zai-org/GLM-5.2-Fast
baseten	i1.4 r0.14 o4.4	zai-org/GLM-5.3
baseten	i2.1 r0.21 o6.6	zai-org/GLM-5.3-Fast
baseten	i0.15 r0.03 o0.5	zai-org/GLM-5.3-Flash
bedrock_mantle	i1 r0.1 w1.25 o5|batch i0.5 o2.5	anthropic.claude-haiku-4-5
bedrock_mantle	i0.11>100000:0.55 r0.011>100000:0.055 w0.1375>100000:0.6875 o0.55>100000:2.75	anthropic.claude-haiku-5-5
bedrock_mantle	i4.4 r0.22 w5.5 o22	anthropic.claude-opus-5-5
bedrock_mantle	i2.2 r0.11 w2.75 o11	anthropic.claude-sonnet-5-5
bedrock_mantle	i0.58 o1.68|flex i0.29 o0.84|priority i1.015 o2.94|batch i0.29 o0.84	deepseek.v3.1
bedrock_mantle	i0.13 o0.4|flex i0.065 o0.2|priority i0.2275 o0.7|batch i0.065 o0.2	google.gemma-4-26b-a4b
bedrock_mantle	i0.14 o0.4|flex i0.07 o0.2|priority i0.245 o0.7|batch i0.07 o0.2	google.gemma-4-31b
bedrock_mantle	i0.04 o0.08|flex i0.02 o0.04|priority i0.07 o0.14|batch i0.02 o0.04	google.gemma-4-e2b
bedrock_mantle	i0.6 o2.5|flex i0.3 o1.25|priority i1.05 o4.38|batch i0.3 o1.25	moonshotai.kimi-k2-thinking
bedrock_mantle	i2.75>272000:5.5 r0.275>272000:0.55 o16.5>272000:24.75	openai.gpt-5.4
bedrock_mantle	i5.5>272000:11 r0.55>272000:1.1 o33>272000:49.5	openai.gpt-5.5
bedrock_mantle	i13.75 r1.375 w17.1875 o82.5	openai.gpt-5.6-cyber
bedrock_mantle	i0.22>272000:0.44 r0.022>272000:0.044 w0.275>272000:0.55 o1.32>272000:1.98	openai.gpt-5.6-luna
bedrock_mantle	i4.4>272000:8.8 r0.44>272000:0.88 w5.5>272000:11 o22>272000:33	openai.gpt-5.6-sol
bedrock_mantle	i2.2>272000:4.4 r0.22>272000:0.44 w2.75>272000:5.5 o13.2>272000:19.8	openai.gpt-5.6-terra
bedrock_mantle	i11>272000:22 r1.1>272000:2.2 w13.75>272000:27.5 o55>272000:82.5	openai.gpt-6-astra
bedrock_mantle	i0.11>272000:0.22 r0.011>272000:0.022 w0.1375>272000:0.275 o0.55>272000:0.825	openai.gpt-6-luna
bedrock_mantle	i2.2>272000:4.4 r0.22>272000:0.44 w2.75>272000:5.5 o11>272000:16.5	openai.gpt-6-sol
bedrock_mantle	i2.2>272000:4.4 r0.11>272000:0.22 w2.75>272000:5.5 o11>272000:16.5	openai.gpt-6.1-sol
bedrock_mantle	i1.1>272000:2.2 r0.055>272000:0.11 w1.375>272000:2.75 o5.5>272000:8.25	openai.gpt-6.1-terra
bedrock_mantle	i4.4>272000:8.8 r0.44>272000:0.88 w5.5>272000:11 o22>272000:33	openai.gpt-daybreak-blue-5.6-sol
bedrock_mantle	i0.15 o0.6|flex i0.075 o0.3|priority i0.2625 o1.05|batch i0.075 o0.3	openai.gpt-oss-120b
bedrock_mantle	i0.07 o0.3|flex i0.035 o0.15|priority i0.1225 o0.525|batch i0.035 o0.15	openai.gpt-oss-20b
bedrock_mantle	i0.15 o0.6|flex i0.07 o0.3|priority i0.26 o1.05|batch i0.07 o0.3	openai.gpt-oss-safeguard-120b
bedrock_mantle	i0.07 o0.2|flex i0.03 o0.1|priority i0.12 o0.35|batch i0.03 o0.1	openai.gpt-oss-safeguard-20b
bedrock_mantle	i0.22 o0.88|flex i0.11 o0.44|priority i0.385 o1.54|batch i0.11 o0.44	qwen.qwen3-235b-a22b-2507
bedrock_mantle	i0.15 o0.6|flex i0.075 o0.3|priority i0.2625 o1.05|batch i0.075 o0.3	qwen.qwen3-32b
bedrock_mantle	i0.15 o0.6|flex i0.075 o0.3|priority i0.2625 o1.05|batch i0.075 o0.3	qwen.qwen3-coder-30b-a3b-instruct
bedrock_mantle	i0.45 o1.8|flex i0.225 o0.9|priority i0.7875 o3.15|batch i0.225 o0.9	qwen.qwen3-coder-480b-a35b-instruct
bedrock_mantle	i0.14 o1.2|flex i0.07 o0.6|priority i0.26 o2.1|batch i0.07 o0.6	qwen.qwen3-next-80b-a3b-instruct
bedrock_mantle	i0.53 o2.66|flex i0.26 o1.33|priority i0.93 o4.66|batch i0.26 o1.33	qwen.qwen3-vl-235b-a22b-instruct
bedrock_mantle	i3.3 r0.33 o19.8	us-gov-east-1/openai.gpt-5.4
bedrock_mantle	i0.18 o0.72	us-gov-east-1/openai.gpt-oss-120b
bedrock_mantle	i0.084 o0.36	us-gov-east-1/openai.gpt-oss-20b
bedrock_mantle	i2.64 r0.66 o7.92	us-gov-east-1/xai.grok-4.6
bedrock_mantle	i0.12>100000:0.6 r0.012>100000:0.06 w0.15>100000:0.75 o0.6>100000:3	us-gov-west-1/anthropic.claude-haiku-5-5
bedrock_mantle	i4.8 r0.24 w6 o24	us-gov-west-1/anthropic.claude-opus-5-5
bedrock_mantle	i2.4 r0.12 w3 o12	us-gov-west-1/anthropic.claude-sonnet-5-5
bedrock_mantle	i0.156 o0.48	us-gov-west-1/google.gemma-4-26b-a4b
bedrock_mantle	i0.168 o0.48	us-gov-west-1/google.gemma-4-31b
bedrock_mantle	i0.048 o0.096	us-gov-west-1/google.gemma-4-e2b
bedrock_mantle	i3.375 r0.3375 o20.25	us-gov-west-1/openai.gpt-5.4
bedrock_mantle	i0.27>272000:0.54 r0.027>272000:0.054 w0.3375>272000:0.675 o1.62>272000:2.43	us-gov-west-1/openai.gpt-5.6-luna
bedrock_mantle	i2.7>272000:5.4 r0.27>272000:0.54 w3.375>272000:6.75 o16.2>272000:24.3	us-gov-west-1/openai.gpt-5.6-terra
bedrock_mantle	i0.18 o0.72	us-gov-west-1/openai.gpt-oss-120b
bedrock_mantle	i0.084 o0.36	us-gov-west-1/openai.gpt-oss-20b
bedrock_mantle	i1.5 r0.24 o3	us-gov-west-1/xai.grok-4.3
bedrock_mantle	i2.64 r0.66 o7.92	us-gov-west-1/xai.grok-4.6
bedrock_mantle	i1.25 r0.2 o2.5|flex i0.625 r0.1 o1.25|priority i2.1875 r0.35 o4.375|batch i0.625 r0.1 o1.25	xai.grok-4.3
bedrock_mantle	i2.2 r0.55 o6.6|flex i1.1 r0.275 o3.3|priority i3.85 r0.9625 o11.55	xai.grok-4.6
bigmodel	i1.142857 r0.285714 o4	glm-5.3
bigmodel	i0.114286 r0.032857 o0.4	glm-5.3-flash
bigmodel	i0.285714 r0.081429 o1	glm-5.3-flashx
cerebras	i0.99 o1.49	gemma-4-31b	cerebras/gemma-4-31b	cerebras:gemma-4-31b
cerebras	i0.35 o0.75	gpt-oss-120b	cerebras/gpt-oss-120b	cerebras:gpt-oss-120b
cerebras	i0.6 o0.6	llama-3.1-70b
cerebras	i0.1 o0.1	llama-3.1-8b
cerebras	i0.85 o1.2	llama-3.3-70b	cerebras/llama-3.3-70b	cerebras:llama-3.3-70b
cerebras	i0.6 o0.6	llama3.1-70b
cerebras	i0.1 o0.1	llama3.1-8b	cerebras/llama3.1-8b	cerebras:llama3.1-8b
cerebras	i0.4 o0.8	qwen-3-32b	cerebras/qwen-3-32b	cerebras:qwen-3-32b
cerebras	i0.99 o1.49	qwen-3.8-27b	cerebras/qwen-3.8-27b	cerebras:qwen-3.8-27b
cerebras	i2.25 o2.75	zai-glm-4.7	cerebras/zai-glm-4.7	cerebras:zai-glm-4.7
clf_ai_gateway	i0.176 r0.005 o0.528	deepseek-v4-flash
clf_ai_gateway	i0.528 r0.017 o1.584	deepseek-v4-pro
clf_ai_gateway	i0.12 r0.002 o0.48	deepseek-v4.1-flash
clf_ai_gateway	i0.024 o0.16	glm-4.7-flash
clf_ai_gateway	i0.56 r0.104 o1.76	glm-5.2
clf_ai_gateway	i0.56 r0.104 o1.76	glm-5.3
clf_ai_gateway	i0.06 r0.012 o0.2	glm-5.3-flash
clf_ai_gateway	i0.38 r0.064 o1.6	kimi-k2.6
clf_ai_gateway	i0.38 r0.076 o1.6	kimi-k2.7-code
clf_ai_gateway	i0.18 r0.02 o1.28	qwen3.8-27b
cloudflare	i0.342 o0.342	@cf/ai4bharat/indictrans2-en-indic-1B
cloudflare	i0.351 o0.555	@cf/aisingapore/gemma-sea-lion-v4-27b-it
cloudflare	i0.067	@cf/baai/bge-base-en-v1.5
cloudflare	i0.204	@cf/baai/bge-large-en-v1.5
cloudflare	i0.012	@cf/baai/bge-m3
cloudflare	i0.003	@cf/baai/bge-reranker-base
cloudflare	i0.02	@cf/baai/bge-small-en-v1.5
cloudflare	i0.1	@cf/cloudflare/clairic	clairic
cloudflare	i0.24	@cf/cloudflare/clef	clef
cloudflare	i0.09;@2026-10-19 i0.038	@cf/cloudflare/clef-flash	clef-flash
cloudflare	i0.15	@cf/cloudflare/clef-omni	clef-omni
cloudflare	i0.06 o0.24	@cf/daily-co/phonellm-mini-alpha-2
cloudflare	i0.497 o4.881	@cf/deepseek-ai/deepseek-r1-distill-qwen-32b
cloudflare	i0.44 r0.014 o1.32	@cf/deepseek-ai/deepseek-v4-flash-0731
cloudflare	i1.32 r0.044 o3.96	@cf/deepseek-ai/deepseek-v4-pro-0813
cloudflare	i0.3 r0.006 o1.2	@cf/deepseek-ai/deepseek-v4.1-flash-1017
cloudflare	i0.345 o0.556	@cf/google/gemma-3-12b-it
cloudflare	i0.1 o0.3	@cf/google/gemma-4-26b-a4b-it
cloudflare	i0.026	@cf/huggingface/distilbert-sst-2-int8
cloudflare	i0.017 o0.112	@cf/ibm-granite/granite-4.0-h-micro
cloudflare	i0.556 o6.667	@cf/meta/llama-2-7b-chat-fp16
cloudflare	i1.923 o1.923	@cf/meta/llama-2-7b-chat-int8
cloudflare	i0.282 o0.827	@cf/meta/llama-3-8b-instruct
cloudflare	i0.123 o0.266	@cf/meta/llama-3-8b-instruct-awq
cloudflare	i0.293 o2.253	@cf/meta/llama-3.1-70b-instruct-fp8-fast
cloudflare	i0.282 o0.827	@cf/meta/llama-3.1-8b-instruct
cloudflare	i0.123 o0.266	@cf/meta/llama-3.1-8b-instruct-awq
cloudflare	i0.152 o0.287	@cf/meta/llama-3.1-8b-instruct-fp8
cloudflare	i0.045 o0.384	@cf/meta/llama-3.1-8b-instruct-fp8-fast	@cf/meta/llama-3.1-8b-instruct-fast
cloudflare	i0.049 o0.676	@cf/meta/llama-3.2-11b-vision-instruct
cloudflare	i0.027 o0.201	@cf/meta/llama-3.2-1b-instruct
cloudflare	i0.051 o0.335	@cf/meta/llama-3.2-3b-instruct
cloudflare	i0.293 o2.253	@cf/meta/llama-3.3-70b-instruct-fp8-fast
cloudflare	i0.27 o0.85	@cf/meta/llama-4-scout-17b-16e-instruct
cloudflare	i0.484 o0.03	@cf/meta/llama-guard-3-8b
cloudflare	i0.342 o0.342	@cf/meta/m2m100-1.2b
cloudflare	i0.11 o0.19	@cf/mistral/mistral-7b-instruct-v0.1
cloudflare	i0.351 o0.555	@cf/mistralai/mistral-small-3.1-24b-instruct
cloudflare	i0.3 o1	@cf/moondream/moondream3.1-9B-A2B
cloudflare	i0.6 r0.1 o3	@cf/moonshotai/kimi-k2.5
cloudflare	i0.95 r0.16 o4	@cf/moonshotai/kimi-k2.6
cloudflare	i0.95 r0.19 o4	@cf/moonshotai/kimi-k2.7-code
cloudflare	i0.5 o1.5	@cf/nvidia/nemotron-3-120b-a12b
cloudflare	i0.35 o0.75	@cf/openai/gpt-oss-120b
cloudflare	i0.2 o0.3	@cf/openai/gpt-oss-20b
cloudflare	i0.019	@cf/pfnet/plamo-embedding-1b
cloudflare	i0.66 o1	@cf/qwen/qwen2.5-coder-32b-instruct
cloudflare	i0.051 o0.335	@cf/qwen/qwen3-30b-a3b-fp8
cloudflare	i0.012	@cf/qwen/qwen3-embedding-0.6b
cloudflare	i0.45 o3.2	@cf/qwen/qwen3.8-27b
cloudflare	i0.66 o1	@cf/qwen/qwq-32b
cloudflare	i0.06 o0.4	@cf/zai-org/glm-4.7-flash
cloudflare	i1.4 r0.26 o4.4	@cf/zai-org/glm-5.2
cloudflare	i1.4 r0.26 o4.4	@cf/zai-org/glm-5.3
cloudflare	i0.15 r0.03 o0.5	@cf/zai-org/glm-5.3-flash
cloudflare	i1.923 o1.923	@hf/thebloke/codellama-7b-instruct-awq
cognition	i0.5 r0.2 o2.5	swe-1.6
cognition	i0.5 r0.2 o2.5	swe-1.7
cognition	i2.5 r1 o12.5	swe-1.7-lightning
cohere	i0.5 o1.5	c4ai-aya-expanse-32b
cohere	i0.5 o1.5	c4ai-aya-expanse-8b
cohere	i1 o2	command
cohere	i2.5 o10	command-a	command-a-03-2025
cohere	i0.3 o0.6	command-light
cohere	i1 o2	command-nightly
cohere	i0.15 o0.6	command-r	command-r-08-2024
cohere	i2.5 o10	command-r-plus	command-r-plus-08-2024
cohere	i0.0375 o0.15	command-r7b	command-r7b-12-2024
cohere	i0.1 o0	embed-english-light-v3.0
cohere	i0.1 o0	embed-english-v3.0
cohere	i100 o0	embed-multilingual-light-v3.0
cohere	i0.1 o0	embed-multilingual-v3.0
cohere	i0.12	embed-v4.0
cohere	i0.08 o0	embed-v5.0-fast
cohere	i0.12 o0	embed-v5.0-pro
cohere	i0.02 o0	rerank-v5.0-fast
cohere	i0.05 o0	rerank-v5.0-pro
coralbricks	i0.01 r0 w0.09 o1.2	deepseek-v4.1-flash
coralbricks	i0.01 r0 w0.09 o1.2	deepseek-v4.1-flash-fast
coralbricks	i0.01 r0 w0.09 o1.2	deepseek-v4.1-flash-fast-fp4
coralbricks	i1.12 r0 w1.68 o4.4	glm-5.3
coralbricks	i1.12 r0 w1.68 o4.4	glm-5.3-fast
coralbricks	i1.12 r0 w1.68 o4.4	glm-5.3-fp4
crusoe	i3 o7	deepseek-ai/DeepSeek-R1-0528
crusoe	i1.5 o1.5	deepseek-ai/DeepSeek-V3-0324
crusoe	i0.1 o0.1	google/gemma-3-12b-it
crusoe	i0.2 o0.2	meta-llama/Llama-3.3-70B-Instruct
crusoe	i2.5 o2.5	moonshotai/Kimi-K2-Thinking
crusoe	i0.8 o0.8	openai/gpt-oss-120b
crusoe	i3 o3	Qwen/Qwen3-235B-A22B-Instruct-2507
cursor	i0.5 r0.2 o2.5	composer-2.5
cursor	i3 r0.5 o15	composer-2.5-fast
cursor	i2 r0.5 o6	grok-4.5
cursor	i4 r1 o18	grok-4.5-fast
cursor	i2 r0.5 o6	grok-4.6
cursor	i4 r1 o12	grok-4.6-fast
cursor	i2>256000:4 r0.5>256000:1 o6>256000:12	grok-4.7
cursor	i4>256000:6 r1>256000:1.5 o12>256000:18	grok-4.7-fast
darkbloom	i0.03 o0.165	gemma-4-26b
darkbloom	i0.0145 o0.07	gpt-oss-20b
dashscope	i0.2 r0.04 o0.4	deepseek-v4-flash
dashscope	i0.2 r0.04 o0.4	deepseek-v4-flash-0731
dashscope	i2.4 r0.2 o4.8	deepseek-v4-pro
dashscope	i1.4 r0.26 o4.4	glm-5.1
dashscope	i1.4 r0.28 o4.4	glm-5.2
dashscope	i0.95 r0.19 o4	kimi-k2.7-code
dashscope	i0.3 o1.5	qwen-coder
dashscope	i0.05>256000:0.25 o0.4>256000:2	qwen-flash
dashscope	i0.05>256000:0.25 o0.4>256000:2	qwen-flash-2025-07-28
dashscope	i1.6 o6.4	qwen-max
dashscope	i0.4 o1.2	qwen-plus
dashscope	i0.4 o1.2	qwen-plus-2025-01-25
dashscope	i0.4 o1.2 t4	qwen-plus-2025-04-28
dashscope	i0.4 o1.2 t4	qwen-plus-2025-07-14
dashscope	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-2025-07-28
dashscope	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-2025-09-11
dashscope	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-latest
dashscope	i0.05 o0.2 t0.5	qwen-turbo
dashscope	i0.05 o0.2	qwen-turbo-2024-11-01
dashscope	i0.05 o0.2 t0.5	qwen-turbo-2025-04-28
dashscope	i0.05 o0.2 t0.5	qwen-turbo-latest
dashscope	i0.3>32000:0.5>128000:0.8>256000:1.6 r0.08>32000:0.12>128000:0.2>256000:0.4 o1.5>32000:2.5>128000:4>256000:9.6	qwen3-coder-flash
dashscope	i0.3>32000:0.5>128000:0.8>256000:1.6 o1.5>32000:2.5>128000:4>256000:9.6	qwen3-coder-flash-2025-07-28
dashscope	i1>32000:1.8>128000:3>256000:6 r0.1>32000:0.18>128000:0.3>256000:0.6 o5>32000:9>128000:15>256000:60	qwen3-coder-plus
dashscope	i1>32000:1.8>128000:3>256000:6 o5>32000:9>128000:15>256000:60	qwen3-coder-plus-2025-07-22
dashscope	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max
dashscope	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max-2026-01-23
dashscope	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max-preview
dashscope	i0.15 o1.2	qwen3-next-80b-a3b-instruct
dashscope	i0.15 o1.2	qwen3-next-80b-a3b-thinking
dashscope	i0.4 o1.6	qwen3-vl-235b-a22b-instruct
dashscope	i0.4 o4	qwen3-vl-235b-a22b-thinking
dashscope	i0.16 o0.64	qwen3-vl-32b-instruct
dashscope	i0.16 o2.87	qwen3-vl-32b-thinking
dashscope	i0.2>32000:0.3>128000:0.6 o1.6>32000:2.4>128000:4.8	qwen3-vl-plus
dashscope	i0.4>256000:0.5 o2.4>256000:3	qwen3.5-plus
dashscope	i2.5 r0.5 w3.125 o7.5	qwen3.7-max
dashscope	i0.4>256000:1.2 r0.08>256000:0.24 o1.6>256000:4.8	qwen3.7-plus
dashscope	i0.15 r0.016 w0.2 o0.47	qwen3.8-flash
dashscope	i2 r0.25 o6	qwen3.8-max
dashscope	i0.15 r0.016 o0.47	qwen3.8-omni-flash
dashscope	i0.8 o2.4	qwq-plus
databricks	i0.1	databricks-bge-large-en	system.ai.bge-large-en
databricks	i9.99999 r1.00002 w12.49997 o50.00002	databricks-claude-fable-5
databricks	i9.99999 r0.24997 w12.49997 o50.00002	databricks-claude-fable-5-1
databricks	i1.00002 r0.10003 w1.24999 o5.00003	databricks-claude-haiku-4-5
databricks	i0.10003>100000:0.50001 r0.01001>100000:0.04998 w0.12502>100000:0.62503 o0.50001>100000:2.49998	databricks-claude-haiku-5-5
databricks	i15.00002 r1.50003 w18.74999 o75.0001	databricks-claude-opus-4
databricks	i15.00002 r1.50003 w18.74999 o75.0001	databricks-claude-opus-4-1
databricks	i5.00003 r0.50001 w6.25002 o25.00001	databricks-claude-opus-4-5
databricks	i5.00003 r0.50001 w6.25002 o25.00001	databricks-claude-opus-4-6
databricks	i5.00003 r0.50001 w6.25002 o25.00001	databricks-claude-opus-4-7
databricks	i5.00003 r0.50001 w6.25002 o25.00001	databricks-claude-opus-4-8
databricks	i5.00003 r0.50001 w6.25002 o25.00001	databricks-claude-opus-5
databricks	i4.00001 r0.19999 w5.00003 o19.99998	databricks-claude-opus-5-5
databricks	i2.99999 r0.30002 w3.74997 o15.00002	databricks-claude-sonnet-4
databricks	i2.99999 r0.30002 w3.74997 o15.00002	databricks-claude-sonnet-4-1
databricks	i2.99999 r0.30002 w3.74997 o15.00002	databricks-claude-sonnet-4-5
databricks	i2.99999 r0.30002 w3.74997 o15.00002	databricks-claude-sonnet-4-6
databricks	i1.99997 r0.19999 w2.49998 o9.99999	databricks-claude-sonnet-5
databricks	i1.99997 r0.10003 w2.49998 o9.99999	databricks-claude-sonnet-5-5
databricks	i0.3 r0.03 o1.2	databricks-deepseek-v4-1-flash	system.ai.deepseek-v4-1-flash
databricks	i0.30002 r0.007 w0.30002 o1.20001	databricks-deepseek-v4-1-flash-1017
databricks	i0.14 r0.028 o0.28	databricks-deepseek-v4-flash-0731	system.ai.deepseek-v4-flash-0731
databricks	i1.32 r0.132 o3.96	databricks-deepseek-v4-pro-0813	system.ai.deepseek-v4-pro-0813
databricks	i0.30002 r0.030002 w0.30002 o2.49998	databricks-gemini-2-5-flash
databricks	i0.12502 r0.01253 w0.12502 o0.50001 a0.37499	databricks-gemini-2-5-flash-lite
databricks	i1.24999 r0.124999 w1.24999 o9.99999	databricks-gemini-2-5-pro
databricks	i0.31248 r0.03122 w0.31248 o1.87502 a0.62503|priority i0.56252 r0.05628 w0.56252 o3.37498 a1.12497	databricks-gemini-3-1-flash-lite
databricks	i2.49998>200000:5.00003 r0.24997>200000:0.50001 w2.49998 o15.00002>200000:22.5|priority i4.50002>200000:8.99997 r0.45003>200000:0.89999 w4.50002 o26.99998>200000:40.49997	databricks-gemini-3-1-pro
databricks	i1.87502 r0.18753 w1.87502 o11.24998|priority i3.37498 r0.33747 w3.37498 o20.25002	databricks-gemini-3-5-flash
databricks	i0.37499 r0.03752 w0.37499 o3.12501|priority i0.67501 r0.06748 w0.67501 o5.62499	databricks-gemini-3-5-flash-lite
databricks	i0.74998 r0.07497 w0.74998 o3.74997|priority i1.35002 r0.13503 w1.35002 o6.75003	databricks-gemini-3-6-flash
databricks	i0.74998 r0.07497 w0.74998 o3.74997|priority i1.35002 r0.13503 w1.35002 o6.75003	databricks-gemini-3-7-flash
databricks	i0.74998 r0.07497 w0.74998 o3.74997|priority i1.35002 r0.13503 w1.35002 o6.75003	databricks-gemini-3-8-flash
databricks	i0.62503 r0.06251 w0.62503 o3.74997 a1.24999|priority i1.12497 r0.11249 w1.12497 o6.75003 a2.25001	databricks-gemini-3-flash
databricks	i2.49998 r0.24997 w2.49998 o15.00002	databricks-gemini-3-pro
databricks	i2.49998 r0.12502 w2.49998 o12.49997|priority i4.50002 r0.22498 w4.50002 o22.50003	databricks-gemini-4-argon
databricks	i0.15 o0.5	databricks-gemma-3-12b	system.ai.gemma-3-12b
databricks	i1.4 r0.26 o4.4	databricks-glm-5-2	system.ai.glm-5-2
databricks	i1.4 r0.26 o4.4	databricks-glm-5-3	system.ai.glm-5-3
databricks	i0.15 r0.03 o0.5	databricks-glm-5-3-flash	system.ai.glm-5-3-flash
databricks	i1.24999 r0.12502 w1.24999 o9.99999|priority i2.49998 r0.24997 w2.49998 o19.99998	databricks-gpt-5
databricks	i1.24999 r0.12502 w1.24999 o9.99999|priority i2.49998 r0.24997 w2.49998 o19.99998	databricks-gpt-5-1
databricks	i1.75 r0.175 w1.75 o14|priority i3.5 r0.35 w3.5 o28	databricks-gpt-5-2
databricks	i1.75 r0.175 w1.75 o14|priority i3.5 r0.35 w3.5 o28	databricks-gpt-5-3-codex
databricks	i2.49998>272000:5.00003 r0.24997>272000:0.50001 w2.49998 o15.00002>272000:22.5|priority i5.00003>272000:5.00003 r0.50001>272000:0.50001 w5.00003 o29.99997>272000:29.99997	databricks-gpt-5-4
databricks	i0.74998 r0.07497 w0.74998 o4.50002|priority i1.50003 r0.15001 w1.50003 o8.99997	databricks-gpt-5-4-mini
databricks	i0.19999 r0.02002 w0.19999 o1.24999	databricks-gpt-5-4-nano
databricks	i29.99997>272000:60 r29.99997 w29.99997 o180.0001>272000:270	databricks-gpt-5-4-pro
databricks	i5.00003>272000:9.99999 r0.50001>272000:1.00002 w5.00003 o29.99997>272000:45|priority i12.49997>272000:12.49997 r1.24999>272000:1.24999 w12.49997 o75.0001>272000:75.0001	databricks-gpt-5-5
databricks	i29.99997>272000:60 r29.99997 w29.99997 o180.0001>272000:270	databricks-gpt-5-5-pro
databricks	i0.19999>272000:0.39998 r0.02002>272000:0.03997 w0.24997>272000:0.50001 o1.20001>272000:1.79998|priority i0.39998>272000:0.80003 r0.03997>272000:0.08001 w0.50001>272000:1.00002 o2.40002>272000:3.60003	databricks-gpt-5-6-luna
databricks	i4.00001>272000:8.00002 r0.39998>272000:0.80003 w5.00003>272000:9.99999 o19.99998>272000:30|priority i8.00002>272000:15.99997 r0.80003>272000:1.59999 w9.99999>272000:19.99998 o40.00003>272000:60.00001	databricks-gpt-5-6-sol
databricks	i1.99997>272000:4.00001 r0.19999>272000:0.39998 w2.49998>272000:5.00003 o12.00003>272000:18|priority i4.00001>272000:8.00002 r0.39998>272000:0.80003 w5.00003>272000:9.99999 o23.99999>272000:36.00002	databricks-gpt-5-6-terra
databricks	i0.24997 r0.02499 w0.24997 o1.99997|priority i0.45003 r0.04501 w0.45003 o3.60003	databricks-gpt-5-mini
databricks	i0.04998 r0.00497 w0.04998 o0.39998	databricks-gpt-5-nano
databricks	i1.99997>272000:4.00001 r0.10003>272000:0.19999 w2.49998>272000:5.00003 o9.99999>272000:15|priority i4.00001>272000:8.00002 r0.19999>272000:0.39998 w5.00003>272000:9.99999 o19.9997>272000:29.9999	databricks-gpt-6-1-sol
databricks	i1.00002>272000:1.99997 r0.04998>272000:0.10003 w1.24999>272000:2.49998 o5.00003>272000:7.50001|priority i1.99997>272000:4.00001 r0.10003>272000:0.19999 w2.49998>272000:5.00003 o9.99999>272000:15.00002	databricks-gpt-6-1-terra
databricks	i9.99999>272000:20 r1.00002>272000:1.99997 w12.49997>272000:25 o50.00002>272000:75.0001|priority i19.99998>272000:40.00003 r1.99997>272000:4.00001 w25.00001>272000:50.00002 o99.9999>272000:150.0002	databricks-gpt-6-astra
databricks	i0.10003>272000:0.19999 r0.01001>272000:0.02002 w0.12502>272000:0.24997 o0.50001>272000:0.7497|priority i0.19999>272000:0.39998 r0.02002>272000:0.03997 w0.24997>272000:0.50001 o1.0003>272000:1.5001	databricks-gpt-6-luna
databricks	i1.99997>272000:4.00001 r0.19999>272000:0.39998 w2.49998>272000:5.00003 o9.99999>272000:15.0003|priority i4.00001>272000:8.00002 r0.39998>272000:0.80003 w5.00003>272000:9.99999 o19.9997>272000:29.9999	databricks-gpt-6-sol
databricks	i0.15 o0.6	databricks-gpt-oss-120b	system.ai.gpt-oss-120b
databricks	i0.07 o0.3	databricks-gpt-oss-20b	system.ai.gpt-oss-20b
databricks	i2.49998 r0.62503 w2.49998 o7.50001	databricks-grok-4-6
databricks	i2.49998 r0.62503 w2.49998 o7.50001	databricks-grok-4-7
databricks	i0.13	databricks-gte-large-en	system.ai.gte-large-en
databricks	i1 r0.17 o4.05	databricks-inkling	system.ai.inkling
databricks	i0.94997 r0.18998 w0.94997 o4.00001	databricks-kimi-k2-7
databricks	i0.95 r0.19 o4	databricks-kimi-k2-7-code	system.ai.kimi-k2-7-code
databricks	i3 r0.3 o15	databricks-kimi-k3	system.ai.kimi-k3
databricks	i0.5 o1.5	databricks-llama-4-maverick	system.ai.llama-4-maverick
databricks	i0.15 o0.45	databricks-meta-llama-3-1-8b-instruct	system.ai.meta-llama-3-1-8b-instruct
databricks	i0.5 o1.5	databricks-meta-llama-3-3-70b-instruct	system.ai.meta-llama-3-3-70b-instruct
databricks	i0.02	databricks-qwen3-embedding-0-6b	system.ai.qwen3-embedding-0-6b
databricks	i0.15 o1.2	databricks-qwen3-next-80b-a3b-instruct	system.ai.qwen3-next-80b-a3b-instruct
databricks	i0.22 o2.2	databricks-qwen35-122b-a10b	system.ai.qwen35-122b-a10b
deepinfra	i0.27 o1.5	allenai/olmOCR-7B-0725-FP8
deepinfra	i3.3 r0.33 o16.5	anthropic/claude-3-7-sonnet-latest
deepinfra	i16.5 o82.5	anthropic/claude-4-opus
deepinfra	i3.3 o16.5	anthropic/claude-4-sonnet
deepinfra	i10 o50	anthropic/claude-fable-5
deepinfra	i1 o5	anthropic/claude-haiku-4-5
deepinfra	i5 o25	anthropic/claude-opus-4-7
deepinfra	i5 o25	anthropic/claude-opus-4-8
deepinfra	i5 o25	anthropic/claude-opus-5
deepinfra	i3 o15	anthropic/claude-sonnet-4-6
deepinfra	i2 o10	anthropic/claude-sonnet-5
deepinfra	i0.25 r0.05 o2	ByteDance/Seed-1.8
deepinfra	i0.5 r0.1 o3	ByteDance/Seed-2.0-code
deepinfra	i0.1 r0.02 o0.4	ByteDance/Seed-2.0-mini
deepinfra	i0.5 r0.1 o3	ByteDance/Seed-2.0-pro
deepinfra	i0.7 o2.4	deepseek-ai/DeepSeek-R1
deepinfra	i0.5 r0.4 o2.15	deepseek-ai/DeepSeek-R1-0528
deepinfra	i1 o3	deepseek-ai/DeepSeek-R1-0528-Turbo
deepinfra	i0.2 o0.6	deepseek-ai/DeepSeek-R1-Distill-Llama-70B
deepinfra	i0.27 o0.27	deepseek-ai/DeepSeek-R1-Distill-Qwen-32B
deepinfra	i1 o3	deepseek-ai/DeepSeek-R1-Turbo
deepinfra	i0.32 o0.89	deepseek-ai/DeepSeek-V3
deepinfra	i0.24 r0.135 o0.9	deepseek-ai/DeepSeek-V3-0324
deepinfra	i0.25 r0.216 o0.95	deepseek-ai/DeepSeek-V3.1
deepinfra	i0.27 r0.216 o1	deepseek-ai/DeepSeek-V3.1-Terminus
deepinfra	i0.26 r0.13 o0.38	deepseek-ai/DeepSeek-V3.2
deepinfra	i0.09 r0.018 o0.18	deepseek-ai/DeepSeek-V4-Flash
deepinfra	i0.08 r0.016 o0.18	deepseek-ai/DeepSeek-V4-Flash-0731
deepinfra	i1.3 r0.1 o2.6	deepseek-ai/DeepSeek-V4-Pro
deepinfra	i1.3 r0.1 o2.6	deepseek-ai/DeepSeek-V4-Pro-0813
deepinfra	i0.14 r0.0042 o0.42	deepseek-ai/DeepSeek-V4.1-Flash
deepinfra	i0.14 r0.0042 o0.42	deepseek-ai/DeepSeek-V4.1-Flash-1017
deepinfra	i0.3 o2.5	google/gemini-2.5-flash
deepinfra	i1.25 o10	google/gemini-2.5-pro
deepinfra	i0.25 o1.5	google/gemini-3.1-flash-lite
deepinfra	i2 o12	google/gemini-3.1-pro
deepinfra	i1.5 o9	google/gemini-3.5-flash
deepinfra	i0.75 o3.75	google/gemini-3.7-flash
deepinfra	i0.05 o0.15	google/gemma-3-12b-it
deepinfra	i0.08 o0.16	google/gemma-3-27b-it
deepinfra	i0.05 o0.1	google/gemma-3-4b-it
deepinfra	i0.07 o0.34	google/gemma-4-26B-A4B-it
deepinfra	i0.13 o0.38	google/gemma-4-31B-it
deepinfra	i0.09 r0.05 o0.34	google/gemma-4-31B-it-turbo
deepinfra	i0.27 o0.76	google/gemma-4-31B-it-Ultra
deepinfra	i0.02 o0.1	google/gemma-4-E4B-it
deepinfra	i0.4 o0.4	Gryphe/MythoMax-L2-13b
deepinfra	i0.06 r0.012 o0.18	inclusionAI/Ling-3.0-flash
deepinfra	i0.049 o0.049	meta-llama/Llama-3.2-11B-Vision-Instruct
deepinfra	i0.02 o0.02	meta-llama/Llama-3.2-3B-Instruct
deepinfra	i0.23 o0.4	meta-llama/Llama-3.3-70B-Instruct
deepinfra	i0.1 o0.32	meta-llama/Llama-3.3-70B-Instruct-Turbo
deepinfra	i0.2 o0.8	meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8
deepinfra	i0.1 o0.3	meta-llama/Llama-4-Scout-17B-16E-Instruct
deepinfra	i0.055 o0.055	meta-llama/Llama-Guard-3-8B
deepinfra	i0.18 o0.18	meta-llama/Llama-Guard-4-12B
deepinfra	i0.03 o0.06	meta-llama/Meta-Llama-3-8B-Instruct
deepinfra	i0.4 o0.4	meta-llama/Meta-Llama-3.1-70B-Instruct
deepinfra	i0.4 o0.4	meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo
deepinfra	i0.03 o0.05	meta-llama/Meta-Llama-3.1-8B-Instruct
deepinfra	i0.02 o0.04	meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo
deepinfra	i0.3 r0.04 o1.2	meta-models/Muse-Glimmer-30B
deepinfra	i0.07 o0.14	microsoft/phi-4
deepinfra	i0.48 o0.48	microsoft/WizardLM-2-8x22B
deepinfra	i0.25 r0.05 o1	MiniMaxAI/MiniMax-M2.7
deepinfra	i0.38 r0.07 o1.7	MiniMaxAI/MiniMax-M2.7-Turbo
deepinfra	i0.28 r0.056 o1.1	MiniMaxAI/MiniMax-M3
deepinfra	i0.019 o0.03	mistralai/Mistral-Nemo-Instruct-2407
deepinfra	i0.05 o0.08	mistralai/Mistral-Small-24B-Instruct-2501
deepinfra	i0.075 o0.2	mistralai/Mistral-Small-3.2-24B-Instruct-2506
deepinfra	i0.4 o0.4	mistralai/Mixtral-8x7B-Instruct-v0.1
deepinfra	i0.5 o2	moonshotai/Kimi-K2-Instruct
deepinfra	i0.5 r0.4 o2	moonshotai/Kimi-K2-Instruct-0905
deepinfra	i0.45 r0.07 o2.25	moonshotai/Kimi-K2.5
deepinfra	i0.75 r0.15 o3.5	moonshotai/Kimi-K2.6
deepinfra	i0.68 r0.136 o3.4	moonshotai/Kimi-K2.7-Code
deepinfra	i2.85 r0.285 o14.25	moonshotai/Kimi-K3
deepinfra	i1 o1	NousResearch/Hermes-3-Llama-3.1-405B
deepinfra	i0.7 o0.7	NousResearch/Hermes-3-Llama-3.1-70B
deepinfra	i0.6 o0.6	nvidia/Llama-3.1-Nemotron-70B-Instruct
deepinfra	i0.1 o0.4	nvidia/Llama-3.3-Nemotron-Super-49B-v1.5
deepinfra	i0.05 r0.025 o0.2	nvidia/Nemotron-3-Nano-30B-A3B
deepinfra	i0.2 o0.2	nvidia/Nemotron-Content-Safety-3.5
deepinfra	i0.085 o0.4	nvidia/NVIDIA-Nemotron-3-Super-120B-A12B
deepinfra	i0.5 r0.1 o2.2	nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B
deepinfra	i0.08 r0.04 o0.2	nvidia/NVIDIA-Nemotron-3.5-Lightning
deepinfra	i0.04 o0.16	nvidia/NVIDIA-Nemotron-Nano-9B-v2
deepinfra	i0.037 o0.17	openai/gpt-oss-120b
deepinfra	i0.15 o0.6	openai/gpt-oss-120b-Turbo
deepinfra	i0.2 o0.95	openai/gpt-oss-120b-Ultra
deepinfra	i0.03 o0.14	openai/gpt-oss-20b
deepinfra	i0.36 o0.4	Qwen/Qwen2.5-72B-Instruct
deepinfra	i0.04 o0.1	Qwen/Qwen2.5-7B-Instruct
deepinfra	i0.2 o0.6	Qwen/Qwen2.5-VL-32B-Instruct
deepinfra	i0.12 o0.24	Qwen/Qwen3-14B
deepinfra	i0.18 o0.54	Qwen/Qwen3-235B-A22B
deepinfra	i0.09 o0.55	Qwen/Qwen3-235B-A22B-Instruct-2507
deepinfra	i0.3 o2.9	Qwen/Qwen3-235B-A22B-Thinking-2507
deepinfra	i0.12 o0.5	Qwen/Qwen3-30B-A3B
deepinfra	i0.08 o0.28	Qwen/Qwen3-32B
deepinfra	i0.4 o1.6	Qwen/Qwen3-Coder-480B-A35B-Instruct
deepinfra	i0.3 r0.1 o1	Qwen/Qwen3-Coder-480B-A35B-Instruct-Turbo
deepinfra	i1.2 r0.24 o6	Qwen/Qwen3-Max
deepinfra	i1.2 r0.24 o6	Qwen/Qwen3-Max-Thinking
deepinfra	i0.09 o1.1	Qwen/Qwen3-Next-80B-A3B-Instruct
deepinfra	i0.14 o1.4	Qwen/Qwen3-Next-80B-A3B-Thinking
deepinfra	i0.2 r0.11 o0.88	Qwen/Qwen3-VL-235B-A22B-Instruct
deepinfra	i0.15 o0.6	Qwen/Qwen3-VL-30B-A3B-Instruct
deepinfra	i0.29 o2.4	Qwen/Qwen3.5-122B-A10B
deepinfra	i0.26 o2.6	Qwen/Qwen3.5-27B
deepinfra	i0.14 r0.05 o1	Qwen/Qwen3.5-35B-A3B
deepinfra	i0.45 r0.22 o3	Qwen/Qwen3.5-397B-A17B
deepinfra	i0.1 o0.15	Qwen/Qwen3.5-9B
deepinfra	i0.32 o3.2	Qwen/Qwen3.6-27B
deepinfra	i0.1 o0.95	Qwen/Qwen3.6-35B-A3B
deepinfra	i2.5 r0.5 o7.5	Qwen/Qwen3.7-Max
deepinfra	i2 r0.2 o6	Qwen/Qwen3.8-2.4T-A95B
deepinfra	i0.4 r0.04 o3	Qwen/Qwen3.8-27B
deepinfra	i1.65 r0.206 o4.951	Qwen/Qwen3.8-Max
deepinfra	i0.15 o0.4	Qwen/QwQ-32B
deepinfra	i0.04 o0.05	Sao10K/L3-8B-Lunaris-v1-Turbo
deepinfra	i0.85 o0.85	Sao10K/L3.1-70B-Euryale-v2.2
deepinfra	i0.65 o0.75	Sao10K/L3.3-70B-Euryale-v2.3
deepinfra	i0.2 r0.04 o1.15	stepfun-ai/Step-3.7-Flash
deepinfra	i0.14 r0.035 o0.58	tencent/Hy3
deepinfra	i0.95 r0.16 o4.05	thinkingmachines/Inkling
deepinfra	i0.45 r0.1 o1.2	thinkingmachines/Inkling-Small
deepinfra	i0.4 r0.08 o2	XiaomiMiMo/MiMo-V2.5
deepinfra	i1 r0.2 o3	XiaomiMiMo/MiMo-V2.5-Pro
deepinfra	i0.4 o1.6	zai-org/GLM-4.5
deepinfra	i0.5 r0.1 o2	zai-org/GLM-4.6
deepinfra	i0.4 r0.08 o1.75	zai-org/GLM-4.7
deepinfra	i0.06 r0.01 o0.4	zai-org/GLM-4.7-Flash
deepinfra	i0.6 r0.12 o2.08	zai-org/GLM-5
deepinfra	i1.05 r0.205 o3.5	zai-org/GLM-5.1
deepinfra	i0.75 r0.14 o2.4	zai-org/GLM-5.2
deepseek	i0.135 r0.035 o0.55;@00:30-16:30 i0.27 r0.07 o1.1	deepseek-chat	deepseek-chat-v3-0324
deepseek	i0.14 r0.014 o0.28	deepseek-coder
deepseek	i0.15 r0.003 o0.6;@01:00-04:00 i0.3 r0.006 o1.2;@06:00-10:00 i0.3 r0.006 o1.2	deepseek-flash
deepseek	i0.135 r0.035 o0.55;@00:30-16:30 i0.55 r0.14 o2.19	deepseek-reasoner	deepseek-r1-0528	deepseek-r1
deepseek	i0.27 r0.07 w0 o1.1	deepseek-v3
deepseek	i0.27 r0.13 o0.95	deepseek-v3.1-terminus
deepseek	i0.2288 o0.3432	deepseek-v3.2
deepseek	i0.27 o0.41	deepseek-v3.2-exp
deepseek	i0.14 r0.0028 o0.28;@2026-08-17 i0.22 r0.007 o0.66;@2026-09-10 i0.15 r0.003 o0.6;@01:00-04:00 i0.3 r0.006 o1.2;@06:00-10:00 i0.3 r0.006 o1.2	deepseek-v4-flash	deepseek-v4-flash-vision-exp
deepseek	i0.435 r0.003625 o0.87;@2026-08-17 i0.66 r0.022 o1.98;@01:00-04:00 i1.32 r0.044 o3.96;@06:00-10:00 i1.32 r0.044 o3.96	deepseek-v4-pro
doubleword	i0.14 o0.28	deepseek-ai/DeepSeek-V4-Flash
doubleword	i0.09 r0.02 o0.18	deepseek-ai/DeepSeek-V4-Flash-0731
doubleword	i1.74 o3.48	deepseek-ai/DeepSeek-V4-Pro
doubleword	i1.32 r0.13 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813
doubleword	i0.15 r0.01 o0.6	deepseek-ai/DeepSeek-V4.1-Flash	deepseek-ai/DeepSeek-V4.1-Flash-1017
doubleword	i0.14 o0.4;@2026-10-18 i0.12 o0.35	google/gemma-4-31B-it
doubleword	i0.11 r0.01 o0.32	meta-models/Muse-Glimmer-30B
doubleword	i1.25 r0.15 o4.25	meta/muse-spark-open
doubleword	i0.4 o2	mistralai/Devstral-2-123B-Instruct-2512
doubleword	i0.95 o4	moonshotai/Kimi-K2.6
doubleword	i3 r0.3 o15	moonshotai/kimi-k3
doubleword	i2 r0.2 o10	moonshotai/Kimi-K3.1-Pro
doubleword	i0.3 o0.75	nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-NVFP4
doubleword	i0.5 r0.13 o2.2	nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-NVFP4
doubleword	i0.04 o0.3	openai/gpt-oss-20b
doubleword	i0.05 o0.6	Qwen/Qwen3-14B-FP8
doubleword	i0.04	Qwen/Qwen3-Embedding-8B
doubleword	i0.6 o1.2;@2026-10-18 i0.21 r0.12 o1.9	Qwen/Qwen3-VL-235B-A22B-Instruct-FP8
doubleword	i0.16 o0.8	Qwen/Qwen3-VL-30B-A3B-Instruct-FP8
doubleword	i0.25 o2	Qwen/Qwen3.5-35B-A3B-FP8
doubleword	i0.35 r0.2 o1.2	Qwen/Qwen3.5-35B-A3B-FP8-dottxt
doubleword	i0.6 o3.6	Qwen/Qwen3.5-397B-A17B
doubleword	i0.08 o0.7	Qwen/Qwen3.5-9B
doubleword	i0.25 o2;@2026-10-18 i0.14 o1	Qwen/Qwen3.6-35B-A3B-FP8
doubleword	i0.45 r0.04 o3	Qwen/Qwen3.8-27B-FP8
doubleword	i1.4 o4.4	zai-org/GLM-5.1-FP8
doubleword	i0.93 r0.19 o3	zai-org/GLM-5.2-FP8
doubleword	i1.4 r0.28 o4.4	zai-org/GLM-5.3
doubleword	i0.15 r0.03 o0.5	zai-org/GLM-5.3-Flash
elevenlabs	i1.8 r0.18 o9	eleven_realtime_v1_max
elevenlabs	i0.2 o6	eleven_realtime_v1_mini
fal_ai	i0.4 o3.5	fal-ai/moondream3-preview/query
fireworks	i0.2 o0.2	accounts/fireworks/models/chronos-hermes-13b-v2
fireworks	i0.2 o0.2	accounts/fireworks/models/code-llama-13b
fireworks	i0.2 o0.2	accounts/fireworks/models/code-llama-13b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/code-llama-13b-python
fireworks	i0.9 o0.9	accounts/fireworks/models/code-llama-34b
fireworks	i0.9 o0.9	accounts/fireworks/models/code-llama-34b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/code-llama-34b-python
fireworks	i0.9 o0.9	accounts/fireworks/models/code-llama-70b
fireworks	i0.9 o0.9	accounts/fireworks/models/code-llama-70b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/code-llama-70b-python
fireworks	i0.2 o0.2	accounts/fireworks/models/code-llama-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/code-llama-7b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/code-llama-7b-python
fireworks	i0.2 o0.2	accounts/fireworks/models/code-qwen-1p5-7b
fireworks	i0.1 o0.1	accounts/fireworks/models/codegemma-2b
fireworks	i0.2 o0.2	accounts/fireworks/models/codegemma-7b
fireworks	i1.2 o1.2	accounts/fireworks/models/cogito-671b-v2-p1
fireworks	i0.1 o0.1	accounts/fireworks/models/cogito-v1-preview-llama-3b
fireworks	i0.9 o0.9	accounts/fireworks/models/cogito-v1-preview-llama-70b
fireworks	i0.2 o0.2	accounts/fireworks/models/cogito-v1-preview-llama-8b
fireworks	i0.2 o0.2	accounts/fireworks/models/cogito-v1-preview-qwen-14b
fireworks	i0.9 o0.9	accounts/fireworks/models/cogito-v1-preview-qwen-32b
fireworks	i1.2 o1.2	accounts/fireworks/models/dbrx-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/deepseek-coder-1b-base
fireworks	i0.9 o0.9	accounts/fireworks/models/deepseek-coder-33b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-coder-7b-base
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-coder-7b-base-v1p5
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-coder-7b-instruct-v1p5
fireworks	i1.2 o1.2	accounts/fireworks/models/deepseek-coder-v2-instruct
fireworks	i0.5 o0.5	accounts/fireworks/models/deepseek-coder-v2-lite-base
fireworks	i0.5 o0.5	accounts/fireworks/models/deepseek-coder-v2-lite-instruct
fireworks	i1.2 o1.2	accounts/fireworks/models/deepseek-prover-v2
fireworks	i3 o8	accounts/fireworks/models/deepseek-r1
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-r1-0528-distill-qwen3-8b
fireworks	i0.55 o2.19	accounts/fireworks/models/deepseek-r1-basic
fireworks	i0.9 o0.9	accounts/fireworks/models/deepseek-r1-distill-llama-70b
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-r1-distill-llama-8b
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-r1-distill-qwen-14b
fireworks	i0.1 o0.1	accounts/fireworks/models/deepseek-r1-distill-qwen-1p5b
fireworks	i0.9 o0.9	accounts/fireworks/models/deepseek-r1-distill-qwen-32b
fireworks	i0.2 o0.2	accounts/fireworks/models/deepseek-r1-distill-qwen-7b
fireworks	i0.5 o0.5	accounts/fireworks/models/deepseek-v2-lite-chat
fireworks	i1.2 o1.2	accounts/fireworks/models/deepseek-v2p5
fireworks	i0.9 o0.9	accounts/fireworks/models/deepseek-v3
fireworks	i0.56 o1.68	accounts/fireworks/models/deepseek-v3p1
fireworks	i0.56 o1.68	accounts/fireworks/models/deepseek-v3p1-terminus
fireworks	i0.22 r0.007 o0.66|priority i0.275 r0.00875 o0.825	accounts/fireworks/models/deepseek-v4-flash-vision-exp
fireworks	i1.32 r0.044 o3.96|priority i1.65 r0.055 o4.95	accounts/fireworks/models/deepseek-v4-pro-0813
fireworks	i0.45 r0.009 o1.8|priority i0.5625 r0.01125 o2.25	accounts/fireworks/models/deepseek-v4p1-flash-1017-us
fireworks	i0.9 o0.9	accounts/fireworks/models/devstral-small-2505
fireworks	i0.2 o0.2	accounts/fireworks/models/dobby-mini-unhinged-plus-llama-3-1-8b
fireworks	i0.9 o0.9	accounts/fireworks/models/dobby-unhinged-llama-3-3-70b-new
fireworks	i0.9 o0.9	accounts/fireworks/models/dolphin-2-9-2-qwen2-72b
fireworks	i0.5 o0.5	accounts/fireworks/models/dolphin-2p6-mixtral-8x7b
fireworks	i0.1 o0.1	accounts/fireworks/models/ernie-4p5-21b-a3b-pt
fireworks	i0.1 o0.1	accounts/fireworks/models/ernie-4p5-300b-a47b-pt
fireworks	i0.9 o0.9	accounts/fireworks/models/fare-20b
fireworks	i0.5 o0.5	accounts/fireworks/models/firefunction-v1
fireworks	i0.9 o0.9	accounts/fireworks/models/firefunction-v2
fireworks	i0.2 o0.2	accounts/fireworks/models/firellava-13b
fireworks	i0.2 o0.2	accounts/fireworks/models/firesearch-ocr-v6
fireworks	i0.1 o0.1	accounts/fireworks/models/flux-1-dev
fireworks	i0.001 o0.001	accounts/fireworks/models/flux-1-dev-controlnet-union
fireworks	i0.1 o0.1	accounts/fireworks/models/flux-1-schnell
fireworks	i0.1 o0.1	accounts/fireworks/models/gemma-2b-it
fireworks	i0.2 o0.2	accounts/fireworks/models/gemma-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/gemma-7b-it
fireworks	i0.2 o0.2	accounts/fireworks/models/gemma2-9b-it
fireworks	i0.55 o2.19	accounts/fireworks/models/glm-4p5
fireworks	i0.22 o0.88	accounts/fireworks/models/glm-4p5-air
fireworks	i1.2 o1.2	accounts/fireworks/models/glm-4p5v
fireworks	i0.55 o2.19	accounts/fireworks/models/glm-4p6
fireworks	i1.2 o1.2	accounts/fireworks/models/gpt-oss-safeguard-120b
fireworks	i0.5 o0.5	accounts/fireworks/models/gpt-oss-safeguard-20b
fireworks	i0.2 o0.2	accounts/fireworks/models/hermes-2-pro-mistral-7b
fireworks	i0.9 o0.9	accounts/fireworks/models/internvl3-38b
fireworks	i0.9 o0.9	accounts/fireworks/models/internvl3-78b
fireworks	i0.2 o0.2	accounts/fireworks/models/internvl3-8b
fireworks	i0.9 o0.9	accounts/fireworks/models/kat-coder
fireworks	i0.9 o0.9	accounts/fireworks/models/kat-dev-32b
fireworks	i0.9 o0.9	accounts/fireworks/models/kat-dev-72b-exp
fireworks	i0.6 o2.5	accounts/fireworks/models/kimi-k2-instruct
fireworks	i0.6 o2.5	accounts/fireworks/models/kimi-k2-instruct-0905
fireworks	i0.6 o2.5	accounts/fireworks/models/kimi-k2-thinking
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-guard-2-8b
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-guard-3-1b
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-guard-3-8b
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v2-13b
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v2-13b-chat
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v2-70b
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v2-70b-chat
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v2-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v2-7b-chat
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v3-70b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v3-70b-instruct-hf
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v3-8b
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v3-8b-instruct-hf
fireworks	i3 o3	accounts/fireworks/models/llama-v3p1-405b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v3p1-405b-instruct-long
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v3p1-70b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v3p1-70b-instruct-1b
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v3p1-nemotron-70b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/llama-v3p2-11b-vision-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v3p2-1b
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v3p2-1b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v3p2-3b
fireworks	i0.1 o0.1	accounts/fireworks/models/llama-v3p2-3b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v3p2-90b-vision-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/llama-v3p3-70b-instruct
fireworks	i0.15 o0.6	accounts/fireworks/models/llama4-scout-instruct-basic
fireworks	i0.2 o0.2	accounts/fireworks/models/llamaguard-7b
fireworks	i0.9 o0.9	accounts/fireworks/models/llava-yi-34b
fireworks	i0.1 o0.1	accounts/fireworks/models/minimax-m1-80k
fireworks	i0.3 o1.2	accounts/fireworks/models/minimax-m2
fireworks	i0.15 r0.015 o0.6|priority i0.225 r0.0225 o0.9	accounts/fireworks/models/minimax-m3p1-flash
fireworks	i0.2 o0.2	accounts/fireworks/models/ministral-3-14b-instruct-2512
fireworks	i0.1 o0.1	accounts/fireworks/models/ministral-3-3b-instruct-2512
fireworks	i0.2 o0.2	accounts/fireworks/models/ministral-3-8b-instruct-2512
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-7b-instruct-4k
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-7b-instruct-v0p2
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-7b-instruct-v3
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-7b-v0p2
fireworks	i1.2 o1.2	accounts/fireworks/models/mistral-large-3-fp8
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-nemo-base-2407
fireworks	i0.2 o0.2	accounts/fireworks/models/mistral-nemo-instruct-2407
fireworks	i0.9 o0.9	accounts/fireworks/models/mistral-small-24b-instruct-2501
fireworks	i1.2 o1.2	accounts/fireworks/models/mixtral-8x22b
fireworks	i1.2 o1.2	accounts/fireworks/models/mixtral-8x22b-instruct
fireworks	i1.2 o1.2	accounts/fireworks/models/mixtral-8x22b-instruct-hf
fireworks	i0.5 o0.5	accounts/fireworks/models/mixtral-8x7b
fireworks	i0.5 o0.5	accounts/fireworks/models/mixtral-8x7b-instruct
fireworks	i0.5 o0.5	accounts/fireworks/models/mixtral-8x7b-instruct-hf
fireworks	i0.35 r0.04 o1.5|priority i0.525 r0.06 o2.25	accounts/fireworks/models/muse-glimmer-30b
fireworks	i0.2 o0.2	accounts/fireworks/models/mythomax-l2-13b
fireworks	i0.1 o0.1	accounts/fireworks/models/nemotron-nano-v2-12b-vl
fireworks	i0.2 o0.2	accounts/fireworks/models/nous-capybara-7b-v1p9
fireworks	i0.5 o0.5	accounts/fireworks/models/nous-hermes-2-mixtral-8x7b-dpo
fireworks	i0.9 o0.9	accounts/fireworks/models/nous-hermes-2-yi-34b
fireworks	i0.2 o0.2	accounts/fireworks/models/nous-hermes-llama2-13b
fireworks	i0.9 o0.9	accounts/fireworks/models/nous-hermes-llama2-70b
fireworks	i0.2 o0.2	accounts/fireworks/models/nous-hermes-llama2-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/nvidia-nemotron-nano-12b-v2
fireworks	i0.2 o0.2	accounts/fireworks/models/nvidia-nemotron-nano-9b-v2
fireworks	i0.2 o0.2	accounts/fireworks/models/openchat-3p5-0106-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/openhermes-2-mistral-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/openhermes-2p5-mistral-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/openorca-7b
fireworks	i0.1 o0.1	accounts/fireworks/models/phi-2-3b
fireworks	i0.1 o0.1	accounts/fireworks/models/phi-3-mini-128k-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/phi-3-vision-128k-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/phind-code-llama-34b-python-v1
fireworks	i0.9 o0.9	accounts/fireworks/models/phind-code-llama-34b-v1
fireworks	i0.9 o0.9	accounts/fireworks/models/phind-code-llama-34b-v2
fireworks	i0.2 o0.2	accounts/fireworks/models/pythia-12b
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen-qwq-32b-preview
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen-v2p5-14b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen-v2p5-7b
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen1p5-72b-chat
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2-72b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2-7b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2-vl-2b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2-vl-72b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2-vl-7b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-0p5b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-14b
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-1p5b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-32b
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-32b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-72b
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-72b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-7b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-coder-0p5b
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-coder-0p5b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-coder-14b
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-coder-14b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-coder-1p5b
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-coder-1p5b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-coder-32b
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-coder-32b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-coder-32b-instruct-128k
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-coder-32b-instruct-32k-rope
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-coder-32b-instruct-64k
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-coder-3b
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen2p5-coder-3b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-coder-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-coder-7b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-math-72b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen2p5-vl-32b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-vl-3b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen2p5-vl-7b-instruct
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen3-0p6b
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen3-14b
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen3-1p7b
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen3-1p7b-fp8-draft
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen3-1p7b-fp8-draft-131072
fireworks	i0.1 o0.1	accounts/fireworks/models/qwen3-1p7b-fp8-draft-40960
fireworks	i0.22 o0.88	accounts/fireworks/models/qwen3-235b-a22b-instruct-2507
fireworks	i0.22 o0.88	accounts/fireworks/models/qwen3-235b-a22b-thinking-2507
fireworks	i0.15 o0.6	accounts/fireworks/models/qwen3-30b-a3b
fireworks	i0.5 o0.5	accounts/fireworks/models/qwen3-30b-a3b-instruct-2507
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen3-30b-a3b-thinking-2507
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen3-32b
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen3-4b
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen3-4b-instruct-2507
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen3-8b
fireworks	i0.15 o0.6	accounts/fireworks/models/qwen3-coder-30b-a3b-instruct
fireworks	i0.45 o1.8	accounts/fireworks/models/qwen3-coder-480b-a35b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen3-coder-480b-instruct-bf16
fireworks	i0.1 o0	accounts/fireworks/models/qwen3-embedding-8b
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen3-next-80b-a3b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen3-next-80b-a3b-thinking
fireworks	i0.2 o0	accounts/fireworks/models/qwen3-reranker-8b
fireworks	i0.22 o0.88	accounts/fireworks/models/qwen3-vl-235b-a22b-instruct
fireworks	i0.22 o0.88	accounts/fireworks/models/qwen3-vl-235b-a22b-thinking
fireworks	i0.15 o0.6	accounts/fireworks/models/qwen3-vl-30b-a3b-instruct
fireworks	i0.15 o0.6	accounts/fireworks/models/qwen3-vl-30b-a3b-thinking
fireworks	i0.9 o0.9	accounts/fireworks/models/qwen3-vl-32b-instruct
fireworks	i0.2 o0.2	accounts/fireworks/models/qwen3-vl-8b-instruct
fireworks	i0.9 o0.9	accounts/fireworks/models/qwq-32b
fireworks	i0.2 o0.2	accounts/fireworks/models/rolm-ocr
fireworks	i0.042 r0.0084 o0	accounts/fireworks/models/rune
fireworks	i0.2 o0.2	accounts/fireworks/models/snorkel-mistral-7b-pairrm-dpo
fireworks	i0.1 o0.1	accounts/fireworks/models/stablecode-3b
fireworks	i0.2 o0.2	accounts/fireworks/models/starcoder-16b
fireworks	i0.2 o0.2	accounts/fireworks/models/starcoder-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/starcoder2-15b
fireworks	i0.1 o0.1	accounts/fireworks/models/starcoder2-3b
fireworks	i0.2 o0.2	accounts/fireworks/models/starcoder2-7b
fireworks	i0.2 o0.2	accounts/fireworks/models/toppy-m-7b
fireworks	i0.225 r0.045 o0.75|priority i0.28125 r0.05625 o0.9375	accounts/fireworks/models/ultramarine-1-flash-us
fireworks	i0.9 o0.9	accounts/fireworks/models/yi-34b
fireworks	i0.9 o0.9	accounts/fireworks/models/yi-34b-200k-capybara
fireworks	i0.9 o0.9	accounts/fireworks/models/yi-34b-chat
fireworks	i0.2 o0.2	accounts/fireworks/models/yi-6b
fireworks	i3 o3	accounts/fireworks/models/yi-large
fireworks	i0.2 o0.2	accounts/fireworks/models/zephyr-7b-beta
fireworks	i0.21 r0.0042 o0.84	accounts/fireworks/routers/deepseek-v4p1-flash-1017-spot
fireworks	i0.21 r0.0042 o0.84	accounts/fireworks/routers/deepseek-v4p1-flash-spot
fireworks	i0.98 r0.182 o3.08	accounts/fireworks/routers/glm-5p3-spot
fireworks	i2.1 r0.21 o10.5	accounts/fireworks/routers/kimi-k3-spot
fireworks	i0.105 r0.021 o0.21	accounts/fireworks/routers/spot-deepseek-v4-flash
fireworks	i3 o8	deepseek-r1-0528	accounts/fireworks/models/deepseek-r1-0528
fireworks	i0.9 o0.9	deepseek-v3-0324	accounts/fireworks/models/deepseek-v3-0324
fireworks	i0.56 r0.28 o1.68	deepseek-v3p2	accounts/fireworks/models/deepseek-v3p2
fireworks	i0.14 r0.028 o0.28	deepseek-v4-flash	accounts/fireworks/models/deepseek-v4-flash	accounts/fireworks/models/deepseek-v4-flash-0731
fireworks	i0.22 r0.007 o0.66|priority i0.275 r0.00875 o0.825	deepseek-v4-flash-0731
fireworks	i0.22 r0.007 o0.66|priority i0.275 r0.00875 o0.825	deepseek-v4-flash-vision-exp
fireworks	i1.74 r0.145 o3.48	deepseek-v4-pro	accounts/fireworks/models/deepseek-v4-pro
fireworks	i1.32 r0.044 o3.96|priority i1.65 r0.055 o4.95	deepseek-v4-pro-0813
fireworks	i0.3 r0.006 o1.2	deepseek-v4p1-flash	accounts/fireworks/models/deepseek-v4p1-flash
fireworks	i0.3 r0.006 o1.2	deepseek-v4p1-flash-1017	accounts/fireworks/models/deepseek-v4p1-flash-1017
fireworks	i2.4 r0.048 o9.6	deepseek-v4p1-flash-1017-ultrafast	accounts/fireworks/routers/deepseek-v4p1-flash-1017-ultrafast
fireworks	i0.45 r0.009 o1.8	deepseek-v4p1-flash-1017-us	accounts/fireworks/routers/deepseek-v4p1-flash-1017-us
fireworks	i0.45 r0.009 o1.8	deepseek-v4p1-flash-us	accounts/fireworks/routers/deepseek-v4p1-flash-us
fireworks	i3 r0.3 o15	ember-1	accounts/fireworks/models/ember-1
fireworks	i0.2 o0.2	fireworks-ai-4.1b-to-16b
fireworks	i1.2 o1.2	fireworks-ai-56b-to-176b
fireworks	i0.9 o0.9	fireworks-ai-above-16b
fireworks	i0.016 o0	fireworks-ai-embedding-150m-to-350m
fireworks	i0.008 o0	fireworks-ai-embedding-up-to-150m
fireworks	i0.5 o0.5	fireworks-ai-moe-up-to-56b
fireworks	i0.1 o0.1	fireworks-ai-up-to-4b
fireworks	i0.008 o0	fireworks_ai/nomic-ai/nomic-embed-text-v1
fireworks	i0.008 o0	fireworks_ai/nomic-ai/nomic-embed-text-v1.5
fireworks	i0.008 o0	fireworks_ai/thenlper/gte-base
fireworks	i0.016 o0	fireworks_ai/thenlper/gte-large
fireworks	i0.016 o0	fireworks_ai/WhereIsAI/UAE-Large-V1
fireworks	i0.1 o0.1	gemma-3-27b-it	accounts/fireworks/models/gemma-3-27b-it
fireworks	i0.6 o2.2	glm-4p7	accounts/fireworks/models/glm-4p7
fireworks	i1.4 r0.26 o4.4	glm-5p1	accounts/fireworks/models/glm-5p1
fireworks	i2.8 r0.52 o8.8	glm-5p1-fast	accounts/fireworks/routers/glm-5p1-fast
fireworks	i1.4 r0.14 o4.4	glm-5p2	accounts/fireworks/models/glm-5p2
fireworks	i2.1 r0.21 o6.6	glm-5p2-fast	accounts/fireworks/routers/glm-5p2-fast	accounts/fireworks/routers/glm-5p2-fast-us
fireworks	i2.1 r0.21 o6.6	glm-5p2-fast-us
fireworks	i1.4 r0.26 o4.4	glm-5p3	accounts/fireworks/models/glm-5p3
fireworks	i2.1 r0.39 o6.6	glm-5p3-fast	accounts/fireworks/routers/glm-5p3-fast
fireworks	i0.15 r0.03 o0.5	glm-5p3-flash	accounts/fireworks/models/glm-5p3-flash
fireworks	i0.225 r0.045 o0.75	glm-5p3-flash-us	accounts/fireworks/routers/glm-5p3-flash-us
fireworks	i2.1 r0.39 o6.6	glm-5p3-us	accounts/fireworks/routers/glm-5p3-us
fireworks	i0.15 r0.014 o0.6;@2026-10-19 i0.15 r0.015 o0.6	gpt-oss-120b	accounts/fireworks/models/gpt-oss-120b
fireworks	i0.07 r0.035 o0.3	gpt-oss-20b	accounts/fireworks/models/gpt-oss-20b
fireworks	i1 r0.17 o4.05	inkling	accounts/fireworks/models/inkling
fireworks	i0.6 r0.1 o3	kimi-k2p5	accounts/fireworks/models/kimi-k2p5
fireworks	i0.95 r0.16 o4	kimi-k2p6	accounts/fireworks/models/kimi-k2p6
fireworks	i2 r0.3 o8	kimi-k2p6-fast	accounts/fireworks/routers/kimi-k2p6-fast
fireworks	i0.95 r0.19 o4	kimi-k2p7-code	accounts/fireworks/models/kimi-k2p7-code
fireworks	i1.9 r0.38 o8	kimi-k2p7-code-fast	accounts/fireworks/routers/kimi-k2p7-code-fast
fireworks	i3 r0.3 o15	kimi-k3	accounts/fireworks/models/kimi-k3
fireworks	i4.5 r0.45 o22.5	kimi-k3-fast	accounts/fireworks/routers/kimi-k3-fast
fireworks	i3.3 r0.33 o16.5;@2026-09-01 i4.5 r0.45 o22.5	kimi-k3-us	accounts/fireworks/routers/kimi-k3-us
fireworks	i2 r0.2 o10	kimi-k3p1-pro	accounts/fireworks/models/kimi-k3p1-pro
fireworks	i0.2 o0.2	llama-v3p1-8b-instruct	accounts/fireworks/models/llama-v3p1-8b-instruct
fireworks	i0.22 o0.88	llama4-maverick-instruct-basic	accounts/fireworks/models/llama4-maverick-instruct-basic
fireworks	i0.3 o1.2	minimax-m2p1	accounts/fireworks/models/minimax-m2p1
fireworks	i0.3 r0.06 o1.2	minimax-m2p7	accounts/fireworks/models/minimax-m2p7
fireworks	i0.3 r0.06 o1.2	minimax-m3	accounts/fireworks/models/minimax-m3
fireworks	i0.35 r0.04 o1.5|priority i0.525 r0.06 o2.25	muse-glimmer-30b
fireworks	i1.25 r0.15 o4.25	muse-spark-open	accounts/fireworks/models/muse-spark-open
fireworks	i0.6 r0.12 o2.4	nemotron-3-ultra-nvfp4	accounts/fireworks/models/nemotron-3-ultra-nvfp4
fireworks	i0.05 r0.01 o0.2	nemotron-lightning-3p5-30b-a3b	accounts/fireworks/models/nemotron-lightning-3p5-30b-a3b
fireworks	i0.9 o0.9	qwen2p5-vl-72b-instruct	accounts/fireworks/models/qwen2p5-vl-72b-instruct
fireworks	i0.22 o0.88	qwen3-235b-a22b	accounts/fireworks/models/qwen3-235b-a22b
fireworks	i0.5 r0.1 o3	qwen3p6-plus	accounts/fireworks/models/qwen3p6-plus
fireworks	i0.4 r0.08 o1.6	qwen3p7-plus	accounts/fireworks/models/qwen3p7-plus
fireworks	i2 r0.25 o6	qwen3p8-max	accounts/fireworks/models/qwen3p8-max
fireworks	i0.225 r0.045 o0.75;@2026-11-03 i0.15 r0.03 o0.5	ultramarine-1-flash-us	accounts/fireworks/routers/ultramarine-1-flash-us
friendliai	i0.5 r0.25 o1.5	deepseek-ai/DeepSeek-V3.2
friendliai	i0.14 o0.4	google/gemma-4-31B-it
friendliai	i0.3 r0.06 o1.2	MiniMaxAI/MiniMax-M2.5
friendliai	i1.4 r0.26 o4.4	zai-org/GLM-5.1
friendliai	i1.4 r0.26 o4.4	zai-org/GLM-5.2
friendliai	i1.26 r0.234 o3.96	zai-org/GLM-5.3
friendliai	i0.15 r0.03 o0.5	zai-org/GLM-5.3-Flash
github-copilot	i10 r1 w12.5 o50	claude-fable-5
github-copilot	i10 r0.25 w12.5 o50	claude-fable-5.1
github-copilot	i1 r0.1 w1.25 o5	claude-haiku-4.5
github-copilot	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	claude-haiku-5.5
github-copilot	i5 r0.5 w6.25 o25	claude-opus-4.7
github-copilot	i5 r0.5 w6.25 o25	claude-opus-4.8
github-copilot	i10 r1 w12.5 o50	claude-opus-4.8-fast
github-copilot	i5 r0.5 w6.25 o25	claude-opus-5
github-copilot	i4 r0.2 w5 o20	claude-opus-5.5
github-copilot	i3 r0.3 w3.75 o15	claude-sonnet-4
github-copilot	i3 r0.3 w3.75 o15	claude-sonnet-4.6
github-copilot	i2 r0.2 w2.5 o10	claude-sonnet-5
github-copilot	i2 r0.1 w2.5 o10	claude-sonnet-5.5
github-copilot	i1.5 r0.15 o9	gemini-3.5-flash
github-copilot	i0.75 r0.075 o3.75	gemini-3.6-flash
github-copilot	i0.75 r0.075 o3.75	gemini-3.7-flash
github-copilot	i0.75 r0.075 o3.75	gemini-3.8-flash
github-copilot	i2 r0.1 o10	gemini-4-argon
github-copilot	i0.25 r0.025 o2	gpt-5-mini
github-copilot	i1.75 r0.175 o14	gpt-5.3-codex
github-copilot	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5	gpt-5.4
github-copilot	i0.75 r0.075 o4.5	gpt-5.4-mini
github-copilot	i0.2 r0.02 o1.25	gpt-5.4-nano
github-copilot	i5>272000:10 r0.5>272000:1 o30>272000:45	gpt-5.5
github-copilot	i0.2>200000:0.4 r0.02>200000:0.04 w0.25>200000:0.5 o1.2>200000:1.8	gpt-5.6-luna
github-copilot	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	gpt-5.6-sol
github-copilot	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18	gpt-5.6-terra
github-copilot	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75	gpt-6-astra
github-copilot	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	gpt-6-luna
github-copilot	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	gpt-6-sol
github-copilot	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15	gpt-6.1-sol
github-copilot	i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5	gpt-6.1-terra
github-copilot	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.5
github-copilot	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.6
github-copilot	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.7
github-copilot	i0.95 r0.19 o4	kimi-k2.7-code
github-copilot	i3 r0.3 o15	kimi-k3
github-copilot	i0.75 r0.075 o4.5	mai-code-1-flash-picker
github-copilot	i0.2 r0.02 o1.2	mai-code-1.1-flash
gmi	i15 o75	anthropic/claude-opus-4
gmi	i5 o25	anthropic/claude-opus-4.5
gmi	i3 o15	anthropic/claude-sonnet-4
gmi	i3 o15	anthropic/claude-sonnet-4.5
gmi	i0.28 o0.88	deepseek-ai/DeepSeek-V3-0324
gmi	i0.28 o0.4	deepseek-ai/DeepSeek-V3.2
gmi	i0.5 o3	google/gemini-3-flash-preview
gmi	i0.3 o1.2	MiniMaxAI/MiniMax-M2.1
gmi	i0.8 o1.2	moonshotai/Kimi-K2-Thinking
gmi	i2.5 o10	openai/gpt-4o
gmi	i0.15 o0.6	openai/gpt-4o-mini
gmi	i1.25 o10	openai/gpt-5
gmi	i1.25 o10	openai/gpt-5.1
gmi	i1.75 o14	openai/gpt-5.2
gmi	i0.3 o1.4	Qwen/Qwen3-VL-235B-A22B-Instruct-FP8
gmi	i0.4 o2	zai-org/GLM-4.7-FP8
google	i0.8 r0.08 w1 o4	claude-3-5-haiku
google	i1 o5	claude-3-5-haiku@20241022
google	i3 r0.3 w3.75 o15	claude-3-5-sonnet	claude-3-5-sonnet@20240620
google	i3 r0.3 w3.75 o15	claude-3-7-sonnet
google	i0.25 r0.03 w0.3 o1.25	claude-3-haiku	claude-3-haiku@20240307
google	i15 r1.5 w18.75 o75	claude-3-opus	claude-3-opus@20240229
google	i3 o15	claude-3-sonnet
google	i3 o15	claude-3-sonnet@20240229
google	i15 r1.5 w18.75 o75	claude-4-opus	claude-opus-4
google	i3 r0.3 w3.75 o15	claude-4-sonnet	claude-sonnet-4	anthropic/claude-sonnet-4
google	i10 r1 w12.5 o50	claude-fable-5	claude-fable-5@default
google	i10 r0.25 w12.5 o50	claude-fable-5-1	claude-fable-5-1@default
google	i8 r0.2 w10 o40|batch i4 r0.1 w5 o20	claude-fable-5-2
google	i1 r0.1 w1.25 o5	claude-haiku-4-5	claude-haiku-4-5@20251001
google	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	claude-haiku-5-5	claude-haiku-5-5@default
google	i5 r0.5 w6.25 o25	claude-opus-4-5	claude-opus-4-5@20251101
google	i5>200000:10 r0.5>200000:1 w6.25>200000:12.5 o25>200000:37.5;@2026-03-13 i5 r0.5 w6.25 o25	claude-opus-4-6	claude-opus-4-6@default
google	i5 r0.5 w6.25 o25	claude-opus-4-7	claude-opus-4-7@default
google	i5 r0.5 w6.25 o25	claude-opus-4-8	claude-opus-4-8@default
google	i5 r0.5 w6.25 o25	claude-opus-5	claude-opus-5@default
google	i4 r0.2 w5 o20	claude-opus-5-5	claude-opus-5-5@default
google	i3>200000:6 r0.3>200000:0.6 w3.75>200000:7.5 o15>200000:22.5	claude-sonnet-4-5	claude-sonnet-4-5@20250929
google	i3 r0.3 w3.75 o15	claude-sonnet-4-6	claude-sonnet-4-6@default
google	i2 r0.2 w2.5 o10|batch i1 o5	claude-sonnet-5
google	i2 r0.1 w2.5 o10	claude-sonnet-5-5	claude-sonnet-5-5@default
google	i2 r0.2 w2.5 o10|batch i1 o5	claude-sonnet-5@default
google	i0.3 o0.9	codestral-2
google	i0.2 o0.6	codestral-2501
google	i0.3 o0.9	codestral-2@001
google	i0.2 o0.6	codestral@2405
google	i0.2 o0.6	codestral@latest
google	i2 o12|batch i1 o6	deep-research-max-preview-04-2026
google	i2 o12|batch i1 o6	deep-research-preview-04-2026
google	i2 o12|batch i1 o6	deep-research-pro-preview-12-2025
google	i0.125 o0.375	gemini-1.0-pro-vision-001
google	i0.075>128000:0.15 r0.01875>128000:0.0375 o0.3>128000:0.6	gemini-1.5-flash
google	i1.25>128000:2.5 o5>128000:10	gemini-1.5-pro
google	i0.1 r0.025 o0.4 a0.7	gemini-2.0-flash
google	i0.075 o0.3	gemini-2.0-flash-lite
google	i1.25>200000:2.5 o10>200000:15	gemini-2.5-computer-use-preview-10-2025
google	i0.3 r0.03 o2.5 a1|batch @2026-10-14 i0.15 o1.25 a0.5	gemini-2.5-flash	gemini-2.5-flash-latest	gemini-2.5-flash-preview-09-2025
google	i0.1 r0.01 o0.4 a0.3|batch @2026-10-14 i0.05 o0.2 a0.15	gemini-2.5-flash-lite	gemini-2.5-flash-lite-preview-09-2025
google	i0.5 o10	gemini-2.5-flash-lite-preview-tts
google	i0.5 o2 a3 A12	gemini-2.5-flash-native-audio
google	i0.15 o0.6	gemini-2.5-flash-preview	gemini-2.5-flash-preview-05-20:thinking	gemini-2.5-flash-preview:thinking
google	i0.5 o10|batch @2026-10-14 i0.25 o5	gemini-2.5-flash-tts	gemini-2.5-flash-preview-tts
google	i1.25>200000:2.5 r0.125>200000:0.25 o10>200000:15|batch @2026-10-14 i0.625>200000:1.25 o5>200000:7.5	gemini-2.5-pro
google	i1 o20|batch @2026-10-14 i0.5 o10	gemini-2.5-pro-tts	gemini-2.5-pro-preview-tts
google	i0.5 r0.05 o3 a1;@2026-01-05 i0.5 r0.05 o3 a1|batch @2026-10-14 i0.25 o1.5 a0.5	gemini-3-flash-preview
google	i2>200000:4 r0.2>200000:0.4 o12>200000:18;@2026-01-05 i2>200000:4 r0.2>200000:0.4 o12>200000:18	gemini-3-pro-preview	gemini-3-pro-text-preview
google	i0.25 r0.025 o1.5 a0.5|batch @2026-10-14 i0.125 r0.0125 o0.75 a0.25	gemini-3.1-flash-lite	gemini-3.1-flash-lite-preview
google	i0.75 o4.5 a3 A12	gemini-3.1-flash-live-preview
google	i1 o20|batch @2026-10-15 i0.5 o10	gemini-3.1-flash-tts-preview
google	i2>200000:4 r0.2>200000:0.4 o12>200000:18|batch @2026-10-14 i1>200000:2 o6>200000:9	gemini-3.1-pro-preview	gemini-pro-latest	gemini-3.1-pro-preview-customtools
google	i1.5 r0.15 o9	gemini-3.5-flash	gemini-3.5-flash-preview
google	i0.3 r0.03 o2.5|batch @2026-10-14 i0.15 r0.02 o1.25	gemini-3.5-flash-lite	gemini-flash-lite-latest
google	i3.5 o21 a3.5 A21	gemini-3.5-live-translate-preview
google	i0.75 r0.075 o3.75;@2027-01-01 i1.5 r0.15 o7.5|batch @2027-01-01 i0.75 r0.075 o3.75|batch @2026-10-14 i0.375 r0.0375 o1.875	gemini-3.6-flash
google	i0.75 r0.075 o3.75;@2027-01-01 i1.5 r0.15 o7.5	gemini-3.7-flash
google	i0.75 r0.075 o3.75;@2027-01-01 i1.5 r0.15 o7.5|batch @2027-01-01 i0.75 r0.075 o3.75|batch @2026-10-14 i0.375 r0.0375 o1.875	gemini-3.8-flash	gemini-flash-latest	gemini-3.8-flash-cyber
google	i0.5 o6;@2027-01-01 i1 o12|batch @2027-01-01 i0.5 o6|batch @2026-10-15 i0.25 o3|flex @2027-01-01 i0.5 o6|flex @2026-10-15 i0.25 o3|priority @2027-01-01 i1.8 o21.6|priority @2026-10-15 i0.9 o10.8	gemini-3.8-flash-lite-tts
google	i0.5 o9;@2027-01-01 i1 o18|batch @2027-01-01 i0.5 o9|batch @2026-10-15 i0.25 o4.5|flex @2027-01-01 i0.5 o9|flex @2026-10-15 i0.25 o4.5|priority @2027-01-01 i1.8 o32.4|priority @2026-10-15 i0.9 o16.2	gemini-3.8-flash-tts
google	i0.75 o4.5 a3 A12	gemini-3.8-live	gemini-3.8-live-extended-thinking
google	i2 r0.1 o10;@2026-12-01 i4 r0.2 o20|batch @2026-12-01 i2 r0.1 o10|batch @2026-10-14 i1 r0.05 o5	gemini-4-argon	gemini-4-argon-preview
google	i4 r0.2 o20 t20 a4|flex i2 r0.1 o10|priority i7.2 r0.36 o36 a7.2|batch i2 r0.1 o10 a2	gemini-4-argon-cyber-permissive
google	i0.15	gemini-embedding-001
google	i0.2 a6.5|batch @2026-10-14 i0.1 a3.25	gemini-embedding-2	gemini-embedding-2-preview
google	i0>128000:0 o0>128000:0	gemini-exp-1114
google	i0>128000:0 o0>128000:0	gemini-exp-1206
google	i0.075>128000:0.15 r0.01875>128000:0.0375 o0.3>128000:0.6	gemini-flash-1.5
google	i0.0375>128000:0.075 r0.01>128000:0.02 o0.15>128000:0.3	gemini-flash-1.5-8b
google	i0.35 o1.05	gemini-gemma-2-27b-it
google	i0.35 o1.05	gemini-gemma-2-9b-it
google	i0.5 o2 a3 A12	gemini-live-2.5-flash	gemini-2.5-flash-native-audio-latest	gemini-2.5-flash-native-audio-preview	gemini-live-2.5-flash-native-audio	gemini-live-2.5-flash-preview-native-audio-09-2025	gemini-2.5-flash-native-audio-preview-09-2025	gemini-2.5-flash-native-audio-preview-12-2025
google	i1.5 o9 t9	gemini-omni-1.1-flash-preview
google	i0.125 o0.375	gemini-pro	gemini-1.0-pro
google	i1.25>128000:2.5 r0.3125>128000:0.625 o5>128000:10	gemini-pro-1.5
google	i0.3 r0 o2.5 t2.5 a1	gemini-robotics-er-1.5-preview
google	i1 r0.1 o5;@2027-01-01 i2 r0.2 o10	gemini-robotics-er-2-preview
google	i1 o5;@2027-01-01 i2 o10	gemini-robotics-er-2-streaming-preview
google	i0.65 o0.65	gemma-2-27b-it
google	i0>128000:0 o0>128000:0	gemma-3-27b-it
google	i0.15 r0.015 o0.6	gemma-4-26b-a4b-it-maas
google	i0.2 o0.4	jamba-1.5
google	i2 o8	jamba-1.5-large
google	i2 o8	jamba-1.5-large@001
google	i0.2 o0.4	jamba-1.5-mini
google	i0.2 o0.4	jamba-1.5-mini@001
google	i0>128000:0 o0>128000:0	learnlm-1.5-pro-experimental
google	i2 o6	mistral-large-2411
google	i2 o6	mistral-large@2407
google	i2 o6	mistral-large@2411-001
google	i2 o6	mistral-large@latest
google	i0.4 o2	mistral-medium-3
google	i0.4 o2	mistral-medium-3@001
google	i3 o3	mistral-nemo@2407
google	i0.15 o0.15	mistral-nemo@latest
google	i0.1 o0.3	mistral-small-2503
google	i0.1 o0.3	mistral-small-2503@001
google	i0.8 o0	multimodalembedding
google	i0.8 o0	multimodalembedding@001
google	i0.1 o0	text-embedding-004
google	i0.1 o0	text-embedding-005
google	i0.1 o0	text-embedding-large-exp-03-07
google	i0.00625 o0	text-embedding-preview-0409
google	i0.1 o0	text-multilingual-embedding-002
google	i10 o28	text-unicorn
google	i10 o28	text-unicorn@001
gradient_ai	i15 o75	anthropic-claude-3-opus
gradient_ai	i0.8 o4	anthropic-claude-3.5-haiku
gradient_ai	i3 o15	anthropic-claude-3.5-sonnet
gradient_ai	i3 o15	anthropic-claude-3.7-sonnet
gradient_ai	i0.99 o0.99	deepseek-r1-distill-llama-70b
gradient_ai	i0.2 o0.2	llama3-8b-instruct
gradient_ai	i0.65 o0.65	llama3.3-70b-instruct
gradient_ai	i0.3 o0.3	mistral-nemo-instruct-2407
gradient_ai	i2 o8	openai-o3
gradient_ai	i1.1 o4.4	openai-o3-mini
groq	i0.75 o0.99	deepseek-r1-distill-llama-70b
groq	i0.07 o0.07	gemma-7b-it
groq	i0.2 o0.2	gemma2-9b-it	gemma2-9b
groq	i0.59 o0.79	llama-3.1-405b-reasoning
groq	i0.59 o0.79	llama-3.1-70b-versatile
groq	i0.05 o0.08	llama-3.1-8b-instant
groq	i0.18 o0.18	llama-3.2-11b-text-preview
groq	i0.18 o0.18	llama-3.2-11b-vision-preview
groq	i0.04 o0.04	llama-3.2-1b-preview
groq	i0.06 o0.06	llama-3.2-3b-preview
groq	i0.9 o0.9	llama-3.2-90b-text-preview
groq	i0.9 o0.9	llama-3.2-90b-vision-preview
groq	i0.59 o0.99	llama-3.3-70b-specdec
groq	i0.59 o0.79	llama-3.3-70b-versatile
groq	i0.2 o0.2	llama-guard-3-8b
groq	i0.7 o0.8	llama2-70b-4096
groq	i0.59 o0.79	llama3-70b-8192
groq	i0.05 o0.08	llama3-8b-8192
groq	i0.89 o0.89	llama3-groq-70b-8192-tool-use-preview
groq	i0.19 o0.19	llama3-groq-8b-8192-tool-use-preview
groq	i0.2 o0.6	meta-llama/llama-4-maverick-17b-128e-instruct
groq	i0.11 o0.34	meta-llama/llama-4-scout-17b-16e-instruct
groq	i0.2 o0.2	meta-llama/llama-guard-4-12b
groq	i0.03 o0.03	meta-llama/llama-prompt-guard-2-22m
groq	i0.04 o0.04	meta-llama/llama-prompt-guard-2-86m
groq	i0.79 o0.79	mistral-saba-24b
groq	i0.24 o0.24	mixtral-8x7b-32768
groq	i1 r0.5 o3	moonshotai/kimi-k2-instruct	moonshotai/kimi-k2-instruct-0905
groq	i0.15 r0.075 o0.6|batch @2026-10-14 i0.075 r0.075 o0.3	openai/gpt-oss-120b
groq	i0.075 r0.0375 o0.3|batch @2026-10-14 i0.0375 r0.0375 o0.15	openai/gpt-oss-20b
groq	i0.075 r0.0375 o0.3	openai/gpt-oss-safeguard-20b
groq	i0.29 o0.59	qwen/qwen3-32b
groq	i0.8 o4	qwen/qwen3.8-27b
hostinger_router	i2.64 r0.264 w3.3 o13.2	claude-sonnet-5
hostinger_router	i2.1 r0.21 o16.8	gpt-5.2
hostinger_router	i0.1716 o0	text-embedding-3-large
hostinger_router	i0.03 o0	text-embedding-3-small
huggingface_cerebras	i0.1 o0.1	meta-llama/Llama-3.1-8B-Instruct	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-fast
huggingface_cerebras	i0.35 o0.75	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_cerebras	i0.99 o1.49	Qwen/Qwen3.8-27B	qwen/qwen3.8-27b	qwen/qwen3.8-27b-fast
huggingface_fireworks-ai	i0.9 o0.9	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_fireworks-ai	i0.3 o1.2	MiniMaxAI/MiniMax-M3	minimaxai/minimax-m3	minimaxai/minimax-m3-fast
huggingface_fireworks-ai	i3 o15	moonshotai/Kimi-K3	moonshotai/kimi-k3	moonshotai/kimi-k3-fast
huggingface_fireworks-ai	i0.6 o2.4	nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-NVFP4	nvidia/nvidia-nemotron-3-ultra-550b-a55b-nvfp4	nvidia/nvidia-nemotron-3-ultra-550b-a55b-nvfp4-fast
huggingface_fireworks-ai	i0.15 o0.6	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_fireworks-ai	i0.05 o0.2	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_groq	i0.59 o0.79	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_groq	i0.11 o0.34	meta-llama/Llama-4-Scout-17B-16E-Instruct	meta-llama/llama-4-scout-17b-16e-instruct	meta-llama/llama-4-scout-17b-16e-instruct-fast
huggingface_groq	i0.15 o0.75	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_groq	i0.1 o0.5	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_groq	i0.29 o0.59	Qwen/Qwen3-32B	qwen/qwen3-32b	qwen/qwen3-32b-fast
huggingface_hyperbolic	i2 o2	deepseek-ai/DeepSeek-R1	deepseek-ai/deepseek-r1	deepseek-ai/deepseek-r1-fast
huggingface_hyperbolic	i3 o3	deepseek-ai/DeepSeek-R1-0528	deepseek-ai/deepseek-r1-0528	deepseek-ai/deepseek-r1-0528-fast
huggingface_hyperbolic	i1.25 o1.25	deepseek-ai/DeepSeek-V3-0324	deepseek-ai/deepseek-v3-0324	deepseek-ai/deepseek-v3-0324-fast
huggingface_hyperbolic	i0.4 o0.4	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_hyperbolic	i0.3 o0.3	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_hyperbolic	i0.1 o0.1	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_hyperbolic	i0.6 o0.6	Qwen/Qwen2.5-VL-72B-Instruct	qwen/qwen2.5-vl-72b-instruct	qwen/qwen2.5-vl-72b-instruct-fast
huggingface_hyperbolic	i0.2 o0.2	Qwen/Qwen2.5-VL-7B-Instruct	qwen/qwen2.5-vl-7b-instruct	qwen/qwen2.5-vl-7b-instruct-fast
huggingface_hyperbolic	i2 o2	Qwen/Qwen3-235B-A22B-Instruct-2507	qwen/qwen3-235b-a22b-instruct-2507	qwen/qwen3-235b-a22b-instruct-2507-fast
huggingface_hyperbolic	i2 o2	Qwen/Qwen3-Coder-480B-A35B-Instruct	qwen/qwen3-coder-480b-a35b-instruct	qwen/qwen3-coder-480b-a35b-instruct-fast
huggingface_hyperbolic	i0.3 o0.3	Qwen/Qwen3-Next-80B-A3B-Instruct	qwen/qwen3-next-80b-a3b-instruct	qwen/qwen3-next-80b-a3b-instruct-fast
huggingface_hyperbolic	i0.3 o0.3	Qwen/Qwen3-Next-80B-A3B-Thinking	qwen/qwen3-next-80b-a3b-thinking	qwen/qwen3-next-80b-a3b-thinking-fast
huggingface_nebius	i0.8 o2.4	deepseek-ai/DeepSeek-R1-0528	deepseek-ai/deepseek-r1-0528	deepseek-ai/deepseek-r1-0528-fast
huggingface_nebius	i0.75 o2.25	deepseek-ai/DeepSeek-V3-0324	deepseek-ai/deepseek-v3-0324	deepseek-ai/deepseek-v3-0324-fast
huggingface_nebius	i0.02 o0.06	google/gemma-2-2b-it	google/gemma-2-2b-it-fast
huggingface_nebius	i0.03 o0.09	google/gemma-2-9b-it	google/gemma-2-9b-it-fast
huggingface_nebius	i0.2 o0.6	google/gemma-3-27b-it	google/gemma-3-27b-it-fast
huggingface_nebius	i0.03 o0.09	meta-llama/Llama-3.1-8B-Instruct	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-fast
huggingface_nebius	i0.25 o0.75	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_nebius	i0.5 o2.4	moonshotai/Kimi-K2-Instruct	moonshotai/kimi-k2-instruct	moonshotai/kimi-k2-instruct-fast
huggingface_nebius	i0.6 o2.5	moonshotai/Kimi-K2-Thinking	moonshotai/kimi-k2-thinking	moonshotai/kimi-k2-thinking-fast
huggingface_nebius	i1 o3	NousResearch/Hermes-4-405B	nousresearch/hermes-4-405b	nousresearch/hermes-4-405b-fast
huggingface_nebius	i0.13 o0.4	NousResearch/Hermes-4-70B	nousresearch/hermes-4-70b	nousresearch/hermes-4-70b-fast
huggingface_nebius	i0.6 o1.8	nvidia/Llama-3_1-Nemotron-Ultra-253B-v1	nvidia/llama-3_1-nemotron-ultra-253b-v1	nvidia/llama-3_1-nemotron-ultra-253b-v1-fast
huggingface_nebius	i0.07 o0.2	nvidia/NVIDIA-Nemotron-Nano-12B-v2	nvidia/nvidia-nemotron-nano-12b-v2	nvidia/nvidia-nemotron-nano-12b-v2-fast
huggingface_nebius	i0.15 o0.6	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_nebius	i0.2 o1.1	PrimeIntellect/INTELLECT-3-FP8	primeintellect/intellect-3-fp8	primeintellect/intellect-3-fp8-fast
huggingface_nebius	i0.03 o0.09	Qwen/Qwen2.5-Coder-7B	qwen/qwen2.5-coder-7b	qwen/qwen2.5-coder-7b-fast
huggingface_nebius	i0.25 o0.75	Qwen/Qwen2.5-VL-72B-Instruct	qwen/qwen2.5-vl-72b-instruct	qwen/qwen2.5-vl-72b-instruct-fast
huggingface_nebius	i0.2 o0.6	Qwen/Qwen3-235B-A22B-Instruct-2507	qwen/qwen3-235b-a22b-instruct-2507	qwen/qwen3-235b-a22b-instruct-2507-fast
huggingface_nebius	i0.2 o0.8	Qwen/Qwen3-235B-A22B-Thinking-2507	qwen/qwen3-235b-a22b-thinking-2507	qwen/qwen3-235b-a22b-thinking-2507-fast
huggingface_nebius	i0.1 o0.3	Qwen/Qwen3-30B-A3B-Instruct-2507	qwen/qwen3-30b-a3b-instruct-2507	qwen/qwen3-30b-a3b-instruct-2507-fast
huggingface_nebius	i0.1 o0.3	Qwen/Qwen3-30B-A3B-Thinking-2507	qwen/qwen3-30b-a3b-thinking-2507	qwen/qwen3-30b-a3b-thinking-2507-fast
huggingface_nebius	i0.1 o0.3	Qwen/Qwen3-32B	qwen/qwen3-32b	qwen/qwen3-32b-fast
huggingface_nebius	i0.1 o0.3	Qwen/Qwen3-Coder-30B-A3B-Instruct	qwen/qwen3-coder-30b-a3b-instruct	qwen/qwen3-coder-30b-a3b-instruct-fast
huggingface_nebius	i0.4 o1.8	Qwen/Qwen3-Coder-480B-A35B-Instruct	qwen/qwen3-coder-480b-a35b-instruct	qwen/qwen3-coder-480b-a35b-instruct-fast
huggingface_nebius	i0.6 o2.2	zai-org/GLM-4.5	zai-org/glm-4.5	zai-org/glm-4.5-fast
huggingface_nebius	i0.2 o1.2	zai-org/GLM-4.5-Air	zai-org/glm-4.5-air	zai-org/glm-4.5-air-fast
huggingface_novita	i0.62 o0.62	alpindale/WizardLM-2-8x22B	alpindale/wizardlm-2-8x22b	alpindale/wizardlm-2-8x22b-fast
huggingface_novita	i0.07 o0.28	baidu/ERNIE-4.5-21B-A3B-PT	baidu/ernie-4.5-21b-a3b-pt	baidu/ernie-4.5-21b-a3b-pt-fast
huggingface_novita	i0.28 o1.1	baidu/ERNIE-4.5-300B-A47B-Base-PT	baidu/ernie-4.5-300b-a47b-base-pt	baidu/ernie-4.5-300b-a47b-base-pt-fast
huggingface_novita	i0.14 o0.56	baidu/ERNIE-4.5-VL-28B-A3B-PT	baidu/ernie-4.5-vl-28b-a3b-pt	baidu/ernie-4.5-vl-28b-a3b-pt-fast
huggingface_novita	i0.42 o1.25	baidu/ERNIE-4.5-VL-424B-A47B-Base-PT	baidu/ernie-4.5-vl-424b-a47b-base-pt	baidu/ernie-4.5-vl-424b-a47b-base-pt-fast
huggingface_novita	i0.7 o2.5	deepseek-ai/DeepSeek-Prover-V2-671B	deepseek-ai/deepseek-prover-v2-671b	deepseek-ai/deepseek-prover-v2-671b-fast
huggingface_novita	i0.7 o2.5	deepseek-ai/DeepSeek-R1	deepseek-ai/deepseek-r1	deepseek-ai/deepseek-r1-fast	deepseek-ai/deepseek-r1-0528	deepseek-ai/deepseek-r1-0528-fast
huggingface_novita	i0.8 o0.8	deepseek-ai/DeepSeek-R1-Distill-Llama-70B	deepseek-ai/deepseek-r1-distill-llama-70b	deepseek-ai/deepseek-r1-distill-llama-70b-fast
huggingface_novita	i0.4 o1.3	deepseek-ai/DeepSeek-V3	deepseek-ai/deepseek-v3	deepseek-ai/deepseek-v3-fast
huggingface_novita	i0.27 o1.12	deepseek-ai/DeepSeek-V3-0324	deepseek-ai/deepseek-v3-0324	deepseek-ai/deepseek-v3-0324-fast
huggingface_novita	i0.27 o1	deepseek-ai/DeepSeek-V3.1	deepseek-ai/deepseek-v3.1	deepseek-ai/deepseek-v3.1-fast	deepseek-ai/deepseek-v3.1-terminus	deepseek-ai/deepseek-v3.1-terminus-fast
huggingface_novita	i0.269 o0.4	deepseek-ai/DeepSeek-V3.2	deepseek-ai/deepseek-v3.2	deepseek-ai/deepseek-v3.2-fast
huggingface_novita	i0.27 o0.41	deepseek-ai/DeepSeek-V3.2-Exp	deepseek-ai/deepseek-v3.2-exp	deepseek-ai/deepseek-v3.2-exp-fast
huggingface_novita	i0.44 o1.32	deepseek-ai/DeepSeek-V4-Flash-0731	deepseek-ai/deepseek-v4-flash-0731	deepseek-ai/deepseek-v4-flash-0731-fast
huggingface_novita	i1.6 o3.2	deepseek-ai/DeepSeek-V4-Pro	deepseek-ai/deepseek-v4-pro	deepseek-ai/deepseek-v4-pro-fast
huggingface_novita	i1.32 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813	deepseek-ai/deepseek-v4-pro-0813	deepseek-ai/deepseek-v4-pro-0813-fast
huggingface_novita	i0.3 o1.2	deepseek-ai/DeepSeek-V4.1-Flash	deepseek-ai/deepseek-v4.1-flash	deepseek-ai/deepseek-v4.1-flash-fast	deepseek-ai/deepseek-v4.1-flash-1017	deepseek-ai/deepseek-v4.1-flash-1017-fast
huggingface_novita	i0.13 o0.4	google/gemma-4-26B-A4B-it	google/gemma-4-26b-a4b-it	google/gemma-4-26b-a4b-it-fast
huggingface_novita	i0.14 o0.4	google/gemma-4-31B-it	google/gemma-4-31b-it	google/gemma-4-31b-it-fast
huggingface_novita	i0.06 o0.18	inclusionAI/Ling-3.0-flash	inclusionai/ling-3.0-flash	inclusionai/ling-3.0-flash-fast
huggingface_novita	i0.075 o0.22	inclusionAI/Ling-3.0-flash-Fin	inclusionai/ling-3.0-flash-fin	inclusionai/ling-3.0-flash-fin-fast
huggingface_novita	i0.075 o0.22	inclusionAI/Ling-3.0-flash-VL	inclusionai/ling-3.0-flash-vl	inclusionai/ling-3.0-flash-vl-fast
huggingface_novita	i0.3 o0.9	inclusionAI/Ling-3.1-flash	inclusionai/ling-3.1-flash	inclusionai/ling-3.1-flash-fast
huggingface_novita	i0.02 o0.05	meta-llama/Llama-3.1-8B-Instruct	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-fast
huggingface_novita	i0.135 o0.4	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_novita	i0.27 o0.85	meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8	meta-llama/llama-4-maverick-17b-128e-instruct-fp8	meta-llama/llama-4-maverick-17b-128e-instruct-fp8-fast
huggingface_novita	i0.18 o0.59	meta-llama/Llama-4-Scout-17B-16E-Instruct	meta-llama/llama-4-scout-17b-16e-instruct	meta-llama/llama-4-scout-17b-16e-instruct-fast
huggingface_novita	i0.51 o0.74	meta-llama/Meta-Llama-3-70B-Instruct	meta-llama/meta-llama-3-70b-instruct	meta-llama/meta-llama-3-70b-instruct-fast
huggingface_novita	i0.04 o0.04	meta-llama/Meta-Llama-3-8B-Instruct	meta-llama/meta-llama-3-8b-instruct	meta-llama/meta-llama-3-8b-instruct-fast
huggingface_novita	i0.55 o2.2	MiniMaxAI/MiniMax-M1-80k	minimaxai/minimax-m1-80k	minimaxai/minimax-m1-80k-fast
huggingface_novita	i0.3 o1.2	MiniMaxAI/MiniMax-M2	minimaxai/minimax-m2	minimaxai/minimax-m2-fast	minimaxai/minimax-m2.1	minimaxai/minimax-m2.1-fast	minimaxai/minimax-m2.5	minimaxai/minimax-m2.5-fast	minimaxai/minimax-m2.7	minimaxai/minimax-m2.7-fast
huggingface_novita	i0.3 o1.2	MiniMaxAI/MiniMax-M3	minimaxai/minimax-m3	minimaxai/minimax-m3-fast
huggingface_novita	i0.15 o0.6	MiniMaxAI/MiniMax-M3.1-Flash	minimaxai/minimax-m3.1-flash	minimaxai/minimax-m3.1-flash-fast
huggingface_novita	i0.57 o2.3	moonshotai/Kimi-K2-Instruct	moonshotai/kimi-k2-instruct	moonshotai/kimi-k2-instruct-fast
huggingface_novita	i0.6 o2.5	moonshotai/Kimi-K2-Instruct-0905	moonshotai/kimi-k2-instruct-0905	moonshotai/kimi-k2-instruct-0905-fast
huggingface_novita	i0.6 o2.5	moonshotai/Kimi-K2-Thinking	moonshotai/kimi-k2-thinking	moonshotai/kimi-k2-thinking-fast
huggingface_novita	i0.6 o3	moonshotai/Kimi-K2.5	moonshotai/kimi-k2.5	moonshotai/kimi-k2.5-fast
huggingface_novita	i0.8 o3.4	moonshotai/Kimi-K2.6	moonshotai/kimi-k2.6	moonshotai/kimi-k2.6-fast
huggingface_novita	i0.95 o4	moonshotai/Kimi-K2.7-Code	moonshotai/kimi-k2.7-code	moonshotai/kimi-k2.7-code-fast
huggingface_novita	i0.14 o0.14	NousResearch/Hermes-2-Pro-Llama-3-8B	nousresearch/hermes-2-pro-llama-3-8b	nousresearch/hermes-2-pro-llama-3-8b-fast
huggingface_novita	i0.05 o0.25	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_novita	i0.04 o0.15	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_novita	i0.38 o0.4	Qwen/Qwen2.5-72B-Instruct	qwen/qwen2.5-72b-instruct	qwen/qwen2.5-72b-instruct-fast
huggingface_novita	i0.2 o0.8	Qwen/Qwen3-235B-A22B	qwen/qwen3-235b-a22b	qwen/qwen3-235b-a22b-fast
huggingface_novita	i0.09 o0.58	Qwen/Qwen3-235B-A22B-Instruct-2507	qwen/qwen3-235b-a22b-instruct-2507	qwen/qwen3-235b-a22b-instruct-2507-fast
huggingface_novita	i0.3 o3	Qwen/Qwen3-235B-A22B-Thinking-2507	qwen/qwen3-235b-a22b-thinking-2507	qwen/qwen3-235b-a22b-thinking-2507-fast
huggingface_novita	i0.09 o0.45	Qwen/Qwen3-30B-A3B	qwen/qwen3-30b-a3b	qwen/qwen3-30b-a3b-fast
huggingface_novita	i0.1 o0.45	Qwen/Qwen3-32B	qwen/qwen3-32b	qwen/qwen3-32b-fast
huggingface_novita	i0.3 o1.3	Qwen/Qwen3-Coder-480B-A35B-Instruct	qwen/qwen3-coder-480b-a35b-instruct	qwen/qwen3-coder-480b-a35b-instruct-fast
huggingface_novita	i0.2 o1.5	Qwen/Qwen3-Coder-Next	qwen/qwen3-coder-next	qwen/qwen3-coder-next-fast
huggingface_novita	i0.15 o1.5	Qwen/Qwen3-Next-80B-A3B-Instruct	qwen/qwen3-next-80b-a3b-instruct	qwen/qwen3-next-80b-a3b-instruct-fast
huggingface_novita	i0.15 o1.5	Qwen/Qwen3-Next-80B-A3B-Thinking	qwen/qwen3-next-80b-a3b-thinking	qwen/qwen3-next-80b-a3b-thinking-fast
huggingface_novita	i0.3 o1.5	Qwen/Qwen3-VL-235B-A22B-Instruct	qwen/qwen3-vl-235b-a22b-instruct	qwen/qwen3-vl-235b-a22b-instruct-fast
huggingface_novita	i0.98 o3.95	Qwen/Qwen3-VL-235B-A22B-Thinking	qwen/qwen3-vl-235b-a22b-thinking	qwen/qwen3-vl-235b-a22b-thinking-fast
huggingface_novita	i0.2 o0.7	Qwen/Qwen3-VL-30B-A3B-Instruct	qwen/qwen3-vl-30b-a3b-instruct	qwen/qwen3-vl-30b-a3b-instruct-fast
huggingface_novita	i0.2 o1	Qwen/Qwen3-VL-30B-A3B-Thinking	qwen/qwen3-vl-30b-a3b-thinking	qwen/qwen3-vl-30b-a3b-thinking-fast
huggingface_novita	i0.08 o0.5	Qwen/Qwen3-VL-8B-Instruct	qwen/qwen3-vl-8b-instruct	qwen/qwen3-vl-8b-instruct-fast
huggingface_novita	i0.4 o3.2	Qwen/Qwen3.5-122B-A10B	qwen/qwen3.5-122b-a10b	qwen/qwen3.5-122b-a10b-fast
huggingface_novita	i0.3 o2.4	Qwen/Qwen3.5-27B	qwen/qwen3.5-27b	qwen/qwen3.5-27b-fast
huggingface_novita	i0.25 o2	Qwen/Qwen3.5-35B-A3B	qwen/qwen3.5-35b-a3b	qwen/qwen3.5-35b-a3b-fast
huggingface_novita	i0.6 o3.6	Qwen/Qwen3.5-397B-A17B	qwen/qwen3.5-397b-a17b	qwen/qwen3.5-397b-a17b-fast
huggingface_novita	i2 o6	Qwen/Qwen3.8-2.4T-A95B	qwen/qwen3.8-2.4t-a95b	qwen/qwen3.8-2.4t-a95b-fast
huggingface_novita	i0.42 o3	Qwen/Qwen3.8-27B	qwen/qwen3.8-27b	qwen/qwen3.8-27b-fast
huggingface_novita	i1.48 o1.48	Sao10K/L3-70B-Euryale-v2.1	sao10k/l3-70b-euryale-v2.1	sao10k/l3-70b-euryale-v2.1-fast
huggingface_novita	i0.05 o0.05	Sao10K/L3-8B-Lunaris-v1	sao10k/l3-8b-lunaris-v1	sao10k/l3-8b-lunaris-v1-fast
huggingface_novita	i0.05 o0.05	Sao10K/L3-8B-Stheno-v3.2	sao10k/l3-8b-stheno-v3.2	sao10k/l3-8b-stheno-v3.2-fast
huggingface_novita	i0.834 o2.501	tencent/Hy4-preview	tencent/hy4-preview	tencent/hy4-preview-fast
huggingface_novita	i0.1 o0.3	XiaomiMiMo/MiMo-V2-Flash	xiaomimimo/mimo-v2-flash	xiaomimimo/mimo-v2-flash-fast
huggingface_novita	i0.168 o0.336	XiaomiMiMo/MiMo-V2.5	xiaomimimo/mimo-v2.5	xiaomimimo/mimo-v2.5-fast
huggingface_novita	i0.522 o1.044	XiaomiMiMo/MiMo-V2.5-Pro	xiaomimimo/mimo-v2.5-pro	xiaomimimo/mimo-v2.5-pro-fast
huggingface_novita	i0.14 o0.28	XiaomiMiMo/MiMo-V2.6-Flash-RL	xiaomimimo/mimo-v2.6-flash-rl	xiaomimimo/mimo-v2.6-flash-rl-fast
huggingface_novita	i0.435 o0.87	XiaomiMiMo/MiMo-V2.6-Pro-RL	xiaomimimo/mimo-v2.6-pro-rl	xiaomimimo/mimo-v2.6-pro-rl-fast
huggingface_novita	i0.035 o0.138	zai-org/AutoGLM-Phone-9B-Multilingual	zai-org/autoglm-phone-9b-multilingual	zai-org/autoglm-phone-9b-multilingual-fast
huggingface_novita	i0.55 o1.66	zai-org/GLM-4-32B-0414	zai-org/glm-4-32b-0414	zai-org/glm-4-32b-0414-fast
huggingface_novita	i0.6 o2.2	zai-org/GLM-4.5	zai-org/glm-4.5	zai-org/glm-4.5-fast
huggingface_novita	i0.13 o0.85	zai-org/GLM-4.5-Air	zai-org/glm-4.5-air	zai-org/glm-4.5-air-fast
huggingface_novita	i0.6 o1.8	zai-org/GLM-4.5V	zai-org/glm-4.5v	zai-org/glm-4.5v-fast
huggingface_novita	i0.55 o2.2	zai-org/GLM-4.6	zai-org/glm-4.6	zai-org/glm-4.6-fast
huggingface_novita	i0.3 o0.9	zai-org/GLM-4.6V-Flash	zai-org/glm-4.6v-flash	zai-org/glm-4.6v-flash-fast
huggingface_novita	i0.6 o2.2	zai-org/GLM-4.7	zai-org/glm-4.7	zai-org/glm-4.7-fast
huggingface_novita	i0.07 o0.4	zai-org/GLM-4.7-Flash	zai-org/glm-4.7-flash	zai-org/glm-4.7-flash-fast
huggingface_novita	i1 o3.2	zai-org/GLM-5	zai-org/glm-5	zai-org/glm-5-fast
huggingface_novita	i1.4 o4.4	zai-org/GLM-5.2	zai-org/glm-5.2	zai-org/glm-5.2-fast
huggingface_novita	i1.4 o4.4	zai-org/GLM-5.3	zai-org/glm-5.3	zai-org/glm-5.3-fast
huggingface_novita	i0.15 o0.5	zai-org/GLM-5.3-Flash	zai-org/glm-5.3-flash	zai-org/glm-5.3-flash-fast
huggingface_nscale	i0.75 o0.75	deepseek-ai/DeepSeek-R1-Distill-Llama-70B	deepseek-ai/deepseek-r1-distill-llama-70b	deepseek-ai/deepseek-r1-distill-llama-70b-fast
huggingface_nscale	i0.05 o0.05	deepseek-ai/DeepSeek-R1-Distill-Llama-8B	deepseek-ai/deepseek-r1-distill-llama-8b	deepseek-ai/deepseek-r1-distill-llama-8b-fast
huggingface_nscale	i0.1 o0.1	deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B	deepseek-ai/deepseek-r1-distill-qwen-1.5b	deepseek-ai/deepseek-r1-distill-qwen-1.5b-fast
huggingface_nscale	i0.2 o0.2	deepseek-ai/DeepSeek-R1-Distill-Qwen-14B	deepseek-ai/deepseek-r1-distill-qwen-14b	deepseek-ai/deepseek-r1-distill-qwen-14b-fast
huggingface_nscale	i0.3 o0.3	deepseek-ai/DeepSeek-R1-Distill-Qwen-32B	deepseek-ai/deepseek-r1-distill-qwen-32b	deepseek-ai/deepseek-r1-distill-qwen-32b-fast
huggingface_nscale	i0.15 o0.15	deepseek-ai/DeepSeek-R1-Distill-Qwen-7B	deepseek-ai/deepseek-r1-distill-qwen-7b	deepseek-ai/deepseek-r1-distill-qwen-7b-fast
huggingface_nscale	i0.06 o0.06	meta-llama/Llama-3.1-8B-Instruct	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-fast
huggingface_nscale	i0.4 o0.4	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_nscale	i0.09 o0.29	meta-llama/Llama-4-Scout-17B-16E-Instruct	meta-llama/llama-4-scout-17b-16e-instruct	meta-llama/llama-4-scout-17b-16e-instruct-fast
huggingface_nscale	i0.1 o0.4	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_nscale	i0.05 o0.2	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_nscale	i0.06 o0.2	Qwen/Qwen2.5-Coder-32B-Instruct	qwen/qwen2.5-coder-32b-instruct	qwen/qwen2.5-coder-32b-instruct-fast
huggingface_nscale	i0.01 o0.03	Qwen/Qwen2.5-Coder-3B-Instruct	qwen/qwen2.5-coder-3b-instruct	qwen/qwen2.5-coder-3b-instruct-fast
huggingface_nscale	i0.01 o0.03	Qwen/Qwen2.5-Coder-7B-Instruct	qwen/qwen2.5-coder-7b-instruct	qwen/qwen2.5-coder-7b-instruct-fast
huggingface_nscale	i0.07 o0.2	Qwen/Qwen3-14B	qwen/qwen3-14b	qwen/qwen3-14b-fast
huggingface_nscale	i0.2 o0.6	Qwen/Qwen3-235B-A22B	qwen/qwen3-235b-a22b	qwen/qwen3-235b-a22b-fast	qwen/qwen3-235b-a22b-instruct-2507	qwen/qwen3-235b-a22b-instruct-2507-fast
huggingface_nscale	i0.08 o0.25	Qwen/Qwen3-32B	qwen/qwen3-32b	qwen/qwen3-32b-fast
huggingface_nscale	i0.01 o0.03	Qwen/Qwen3-4B-Instruct-2507	qwen/qwen3-4b-instruct-2507	qwen/qwen3-4b-instruct-2507-fast
huggingface_nscale	i0.01 o0.03	Qwen/Qwen3-4B-Thinking-2507	qwen/qwen3-4b-thinking-2507	qwen/qwen3-4b-thinking-2507-fast
huggingface_nscale	i0.07 o0.18	Qwen/Qwen3-8B	qwen/qwen3-8b	qwen/qwen3-8b-fast
huggingface_nscale	i0.2 o2.5	Qwen/Qwen3.8-27B	qwen/qwen3.8-27b	qwen/qwen3.8-27b-fast
huggingface_nscale	i0.15 o0.47	Qwen/Qwen3.8-Flash-Next-FP8	qwen/qwen3.8-flash-next-fp8	qwen/qwen3.8-flash-next-fp8-fast
huggingface_nscale	i0.18 o0.2	Qwen/QwQ-32B	qwen/qwq-32b	qwen/qwq-32b-fast
huggingface_nscale	i1.4 o4.4	zai-org/GLM-5.3	zai-org/glm-5.3	zai-org/glm-5.3-fast
huggingface_ovhcloud	i0.11 o0.11	meta-llama/Llama-3.1-8B-Instruct	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-fast
huggingface_ovhcloud	i0.74 o0.74	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_ovhcloud	i0.09 o0.47	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_ovhcloud	i0.05 o0.18	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_ovhcloud	i1.01 o1.01	Qwen/Qwen2.5-VL-72B-Instruct	qwen/qwen2.5-vl-72b-instruct	qwen/qwen2.5-vl-72b-instruct-fast
huggingface_ovhcloud	i0.09 o0.25	Qwen/Qwen3-32B	qwen/qwen3-32b	qwen/qwen3-32b-fast
huggingface_ovhcloud	i0.07 o0.26	Qwen/Qwen3-Coder-30B-A3B-Instruct	qwen/qwen3-coder-30b-a3b-instruct	qwen/qwen3-coder-30b-a3b-instruct-fast
huggingface_ovhcloud	i0.71 o4.25	Qwen/Qwen3.5-397B-A17B	qwen/qwen3.5-397b-a17b	qwen/qwen3.5-397b-a17b-fast
huggingface_ovhcloud	i0.12 o0.18	Qwen/Qwen3.5-9B	qwen/qwen3.5-9b	qwen/qwen3.5-9b-fast
huggingface_ovhcloud	i0.47 o3.19	Qwen/Qwen3.6-27B	qwen/qwen3.6-27b	qwen/qwen3.6-27b-fast
huggingface_ovhcloud	i0.47 o3.19	Qwen/Qwen3.8-27B	qwen/qwen3.8-27b	qwen/qwen3.8-27b-fast
huggingface_publicai	i0.2 o0.4	aisingapore/Gemma-SEA-LION-v4-27B-IT	aisingapore/gemma-sea-lion-v4-27b-it	aisingapore/gemma-sea-lion-v4-27b-it-fast
huggingface_publicai	i0.5 o2	aisingapore/Nemotron-SEA-LION-v4.8-120B-A12B	aisingapore/nemotron-sea-lion-v4.8-120b-a12b	aisingapore/nemotron-sea-lion-v4.8-120b-a12b-fast
huggingface_publicai	i0.25 o0.5	aisingapore/Qwen-SEA-LION-v4-32B-IT	aisingapore/qwen-sea-lion-v4-32b-it	aisingapore/qwen-sea-lion-v4-32b-it-fast
huggingface_publicai	i0.2 o0.4	aisingapore/Qwen-SEA-LION-v4.5-27B-IT	aisingapore/qwen-sea-lion-v4.5-27b-it	aisingapore/qwen-sea-lion-v4.5-27b-it-fast
huggingface_publicai	i0.1 o0.2	allenai/Olmo-3-7B-Instruct	allenai/olmo-3-7b-instruct	allenai/olmo-3-7b-instruct-fast
huggingface_publicai	i0.2 o0.6	allenai/Olmo-3.1-32B-Instruct	allenai/olmo-3.1-32b-instruct	allenai/olmo-3.1-32b-instruct-fast
huggingface_publicai	i0.3 o0.6	BSC-LT/ALIA-40b-instruct-2606	bsc-lt/alia-40b-instruct-2606	bsc-lt/alia-40b-instruct-2606-fast
huggingface_publicai	i0.2 o0.4	dicta-il/DictaLM-3.0-24B-Thinking	dicta-il/dictalm-3.0-24b-thinking	dicta-il/dictalm-3.0-24b-thinking-fast
huggingface_publicai	i0.4 o0.4	speakleash/Bielik-11B-v3.0-Instruct	speakleash/bielik-11b-v3.0-instruct	speakleash/bielik-11b-v3.0-instruct-fast
huggingface_publicai	i0.82 o2.92	swiss-ai/Apertus-70B-Instruct-2509	swiss-ai/apertus-70b-instruct-2509	swiss-ai/apertus-70b-instruct-2509-fast
huggingface_publicai	i0.1 o0.2	swiss-ai/Apertus-8B-Instruct-2509	swiss-ai/apertus-8b-instruct-2509	swiss-ai/apertus-8b-instruct-2509-fast
huggingface_publicai	i0.82 o2.92	swiss-ai/Apertus-v1.5-70B	swiss-ai/apertus-v1.5-70b	swiss-ai/apertus-v1.5-70b-fast
huggingface_publicai	i0.1 o0.2	utter-project/EuroLLM-22B-Instruct-2512	utter-project/eurollm-22b-instruct-2512	utter-project/eurollm-22b-instruct-2512-fast
huggingface_sambanova	i5 o7	deepseek-ai/DeepSeek-R1-0528	deepseek-ai/deepseek-r1-0528	deepseek-ai/deepseek-r1-0528-fast
huggingface_sambanova	i0.7 o1.4	deepseek-ai/DeepSeek-R1-Distill-Llama-70B	deepseek-ai/deepseek-r1-distill-llama-70b	deepseek-ai/deepseek-r1-distill-llama-70b-fast
huggingface_sambanova	i3 o4.5	deepseek-ai/DeepSeek-V3-0324	deepseek-ai/deepseek-v3-0324	deepseek-ai/deepseek-v3-0324-fast
huggingface_sambanova	i0.1 o0.2	meta-llama/Llama-3.1-8B-Instruct	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-fast
huggingface_sambanova	i0.6 o1.2	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_sambanova	i0.22 o0.59	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_sambanova	i0.4 o0.8	Qwen/Qwen3-32B	qwen/qwen3-32b	qwen/qwen3-32b-fast
huggingface_sambanova	i0.6 o1.2	tokyotech-llm/Llama-3.3-Swallow-70B-Instruct-v0.4	tokyotech-llm/llama-3.3-swallow-70b-instruct-v0.4	tokyotech-llm/llama-3.3-swallow-70b-instruct-v0.4-fast
huggingface_together	i1.25 o1.25	deepcogito/cogito-671b-v2.1	deepcogito/cogito-671b-v2.1-fast	deepcogito/cogito-671b-v2.1-fp8	deepcogito/cogito-671b-v2.1-fp8-fast
huggingface_together	i3 o7	deepseek-ai/DeepSeek-R1	deepseek-ai/deepseek-r1	deepseek-ai/deepseek-r1-fast	deepseek-ai/deepseek-r1-0528	deepseek-ai/deepseek-r1-0528-fast
huggingface_together	i1.25 o1.25	deepseek-ai/DeepSeek-V3	deepseek-ai/deepseek-v3	deepseek-ai/deepseek-v3-fast	deepseek-ai/deepseek-v3-0324	deepseek-ai/deepseek-v3-0324-fast
huggingface_together	i0.6 o1.7	deepseek-ai/DeepSeek-V3.1	deepseek-ai/deepseek-v3.1	deepseek-ai/deepseek-v3.1-fast
huggingface_together	i0.14 o0.28	deepseek-ai/DeepSeek-V4-Flash-0731	deepseek-ai/deepseek-v4-flash-0731	deepseek-ai/deepseek-v4-flash-0731-fast
huggingface_together	i1.32 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813	deepseek-ai/deepseek-v4-pro-0813	deepseek-ai/deepseek-v4-pro-0813-fast
huggingface_together	i0.15 o0.15	EssentialAI/rnj-1-instruct	essentialai/rnj-1-instruct	essentialai/rnj-1-instruct-fast
huggingface_together	i0.02 o0.04	google/gemma-3n-E4B-it	google/gemma-3n-e4b-it	google/gemma-3n-e4b-it-fast
huggingface_together	i0.88 o0.88;@2026-10-19 i1.04 o1.04	meta-llama/Llama-3.3-70B-Instruct	meta-llama/llama-3.3-70b-instruct	meta-llama/llama-3.3-70b-instruct-fast
huggingface_together	i0.27 o0.85	meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8	meta-llama/llama-4-maverick-17b-128e-instruct-fp8	meta-llama/llama-4-maverick-17b-128e-instruct-fp8-fast
huggingface_together	i0.35 o1.5	meta-models/Muse-Glimmer-30B	meta-models/muse-glimmer-30b	meta-models/muse-glimmer-30b-fast
huggingface_together	i0.3 o1.2	MiniMaxAI/MiniMax-M3	minimaxai/minimax-m3	minimaxai/minimax-m3-fast
huggingface_together	i0.5 o2.8	moonshotai/Kimi-K2.5	moonshotai/kimi-k2.5	moonshotai/kimi-k2.5-fast
huggingface_together	i3 o15	moonshotai/Kimi-K3	moonshotai/kimi-k3	moonshotai/kimi-k3-fast
huggingface_together	i0.15 o0.6	openai/gpt-oss-120b	openai/gpt-oss-120b-fast
huggingface_together	i0.05 o0.2	openai/gpt-oss-20b	openai/gpt-oss-20b-fast
huggingface_together	i0.3 o0.3	Qwen/Qwen2.5-7B-Instruct	qwen/qwen2.5-7b-instruct	qwen/qwen2.5-7b-instruct-fast
huggingface_together	i0.2 o0.6	Qwen/Qwen3-235B-A22B-Instruct-2507	qwen/qwen3-235b-a22b-instruct-2507	qwen/qwen3-235b-a22b-instruct-2507-fast
huggingface_together	i2 o2	Qwen/Qwen3-Coder-480B-A35B-Instruct	qwen/qwen3-coder-480b-a35b-instruct	qwen/qwen3-coder-480b-a35b-instruct-fast	qwen/qwen3-coder-480b-a35b-instruct-fp8	qwen/qwen3-coder-480b-a35b-instruct-fp8-fast
huggingface_together	i0.5 o1.2	Qwen/Qwen3-Coder-Next-FP8	qwen/qwen3-coder-next-fp8	qwen/qwen3-coder-next-fp8-fast
huggingface_together	i0.15 o1.5	Qwen/Qwen3-Next-80B-A3B-Instruct	qwen/qwen3-next-80b-a3b-instruct	qwen/qwen3-next-80b-a3b-instruct-fast
huggingface_together	i0.18 o0.68	Qwen/Qwen3-VL-8B-Instruct	qwen/qwen3-vl-8b-instruct	qwen/qwen3-vl-8b-instruct-fast
huggingface_together	i0.6 o3.6	Qwen/Qwen3.5-397B-A17B	qwen/qwen3.5-397b-a17b	qwen/qwen3.5-397b-a17b-fast
huggingface_together	i0.1 o0.15;@2026-10-19 i0.17 o0.25	Qwen/Qwen3.5-9B	qwen/qwen3.5-9b	qwen/qwen3.5-9b-fast
huggingface_together	i2 o6	Qwen/Qwen3.8-2.4T-A95B	qwen/qwen3.8-2.4t-a95b	qwen/qwen3.8-2.4t-a95b-fast
huggingface_together	i1 o4.05	thinkingmachines/Inkling	thinkingmachines/inkling	thinkingmachines/inkling-fast
huggingface_together	i0.2 o1.1	zai-org/GLM-4.5-Air-FP8	zai-org/glm-4.5-air-fp8	zai-org/glm-4.5-air-fp8-fast
huggingface_together	i0.6 o2.2	zai-org/GLM-4.6	zai-org/glm-4.6	zai-org/glm-4.6-fast
huggingface_together	i0.45 o2	zai-org/GLM-4.7-FP8	zai-org/glm-4.7-fp8	zai-org/glm-4.7-fp8-fast
huggingface_together	i1 o3.2	zai-org/GLM-5	zai-org/glm-5	zai-org/glm-5-fast
huggingface_together	i1.4 o4.4	zai-org/GLM-5.2	zai-org/glm-5.2	zai-org/glm-5.2-fast
huggingface_together	i1.4 o4.4	zai-org/GLM-5.3	zai-org/glm-5.3	zai-org/glm-5.3-fast
huggingface_together	i0.15 o0.5	zai-org/GLM-5.3-Flash	zai-org/glm-5.3-flash	zai-org/glm-5.3-flash-fast
hyperbolic	i0.4 o0.4	deepseek-ai/DeepSeek-R1
hyperbolic	i0.25 o0.25	deepseek-ai/DeepSeek-R1-0528
hyperbolic	i0.2 o0.2	deepseek-ai/DeepSeek-V3
hyperbolic	i0.4 o0.4	deepseek-ai/DeepSeek-V3-0324
hyperbolic	i0.12 o0.3	meta-llama/Llama-3.2-3B-Instruct
hyperbolic	i0.12 o0.3	meta-llama/Llama-3.3-70B-Instruct
hyperbolic	i0.12 o0.3	meta-llama/Meta-Llama-3-70B-Instruct
hyperbolic	i0.12 o0.3	meta-llama/Meta-Llama-3.1-405B-Instruct
hyperbolic	i0.12 o0.3	meta-llama/Meta-Llama-3.1-70B-Instruct
hyperbolic	i0.12 o0.3	meta-llama/Meta-Llama-3.1-8B-Instruct
hyperbolic	i2 o2	moonshotai/Kimi-K2-Instruct
hyperbolic	i0.12 o0.3	NousResearch/Hermes-3-Llama-3.1-70B
hyperbolic	i0.12 o0.3	Qwen/Qwen2.5-72B-Instruct
hyperbolic	i0.12 o0.3	Qwen/Qwen2.5-Coder-32B-Instruct
hyperbolic	i2 o2	Qwen/Qwen3-235B-A22B
hyperbolic	i0.2 o0.2	Qwen/QwQ-32B
inception	i0.25 r0.025 o0.75	mercury-2
inception	i0.2 r0.02 o0.75	mercury-2.5
inferenceapis	i0.19 r0.04 o0.38	deepseek-ai/DeepSeek-V3
inferenceapis	i0.19 r0.04 o0.38	deepseek-ai/DeepSeek-V4-Flash
inferenceapis	i0.19 r0.04 o0.38	deepseek-ai/DeepSeek-V4-Flash-0731
inferenceapis	i1.72 r0.17 o5.15	deepseek-ai/DeepSeek-V4-Pro
inferenceapis	i1.72 r0.17 o5.15	deepseek-ai/DeepSeek-V4-Pro-0813
inferenceapis	i0.4 r0.01 o1.6	deepseek-ai/DeepSeek-V4.1-Flash
inferenceapis	i0.19 r0.04 o0.38	deepseek-chat
inferenceapis	i0.4 r0.01 o1.6	deepseek-flash
inferenceapis	i0.19 r0.04 o0.38	deepseek-reasoner
inferenceapis	i0.19 r0.04 o0.38	deepseek-v3
inferenceapis	i0.19 r0.04 o0.38	deepseek-v4-flash
inferenceapis	i1.72 r0.17 o5.15	deepseek-v4-pro
inferenceapis	i0.4 r0.01 o1.6	deepseek-v4.1-flash
inferenceapis	i1.82 r0.34 o5.72	glm-5.3
inferenceapis	i0.2 r0.04 o0.66	glm-5.3-flash
inferenceapis	i0.2 o0.8	gpt-oss-120b
inferenceapis	i0.04 o0.19	gpt-oss-20b
inferenceapis	i0.89 r0.18 o4.42	kimi-k2.7-code
inferenceapis	i0.2 o0.5	llama-3.1-8b-instant
inferenceapis	i0.2 o0.5	llama-3.3-70b
inferenceapis	i0.2 o0.5	llama-3.3-70b-instruct
inferenceapis	i0.2 o0.5	llama-3.3-70b-versatile
inferenceapis	i0.2 o0.5	meta-llama/Llama-3.3-70B-Instruct
inferenceapis	i0.2 o0.5	meta-llama/Llama-3.3-70B-Instruct-Turbo
inferenceapis	i0.39 r0.08 o1.56	minimax-m3
inferenceapis	i0.39 r0.08 o1.56	MiniMaxAI/MiniMax-M3
inferenceapis	i0.89 r0.18 o4.42	moonshotai/Kimi-K2.7-Code
inferenceapis	i0.2 o0.8	openai/gpt-oss-120b
inferenceapis	i0.04 o0.19	openai/gpt-oss-20b
inferenceapis	i0.26 o1.15	Qwen/Qwen3-VL-235B-A22B-Instruct
inferenceapis	i0.15 r0.02 o0.5	Qwen/Qwen3.8-Flash
inferenceapis	i0.26 o1.15	qwen3-vl
inferenceapis	i0.26 o1.15	qwen3-vl-235b
inferenceapis	i0.15 r0.02 o0.5	qwen3.8-flash
inferenceapis	i1.82 r0.34 o5.72	zai-org/GLM-5.3
inferenceapis	i0.2 r0.04 o0.66	zai-org/GLM-5.3-Flash
jina_ai	i0.05 o0	jina-reranker-v2-base-multilingual
kyma	i13.5 o67.5	claude-fable-5
kyma	i13.5 o67.5	claude-fable-5.1
kyma	i1.35 r0.135 o6.75	claude-haiku-4-5
kyma	i0.135 r0.0135 o0.675	claude-haiku-5.5
kyma	i6.75 r0.675 o33.75	claude-opus-4-7
kyma	i6.75 r0.675 o33.75	claude-opus-5
kyma	i5.4 r0.27 o27	claude-opus-5.5
kyma	i4.05 r0.405 o20.25	claude-sonnet-4-6
kyma	i2.7 r0.27 o13.5	claude-sonnet-5
kyma	i2.7 r0.135 o13.5	claude-sonnet-5.5
kyma	i0.7425 o2.957	deepseek-r1
kyma	i0.518 o0.7571	deepseek-v3
kyma	i0.123 r0.0243 o0.2458	deepseek-v4-flash
kyma	i0.3892 o1.168	deepseek-v4-flash-vision-exp
kyma	i0.27 o0.81	deepseek-v4.1-flash
kyma	i0.675 r0.0675 o4.05	gemini-3-flash
kyma	i2.7 r0.27 o16.2	gemini-3.1-pro
kyma	i2.025 r0.2025 o12.15	gemini-3.5-flash
kyma	i0.405 r0.0405 o3.375	gemini-3.5-flash-lite
kyma	i1.013 r0.10125 o5.063	gemini-3.6-flash
kyma	i2.026 r0.10125 o10.126	gemini-3.7-flash
kyma	i2.026 o10.126	gemini-3.8-flash
kyma	i5.4 r0.27 o27	gemini-4-argon
kyma	i0.1642 r0.1642 o0.4689	gemma-4-31b
kyma	i0.1797 r0.03375 o1.175	glm-4.5-air
kyma	i0.081 r0.0135 o0.54	glm-4.7-flash
kyma	i1.89 r0.27675 o5.94	glm-5.1
kyma	i0.9029 r0.29835 o3.083	glm-5.2
kyma	i1.178 o3.702	glm-5.3
kyma	i0.172 o0.5733	glm-5.3-flash
kyma	i0.2944 r0.027 o1.767	gpt-5.6-luna
kyma	i0.2703 r0.027 o1.621	gpt-5.6-luna-pro
kyma	i5.4 r0.675 o27	gpt-5.6-sol
kyma	i5.4 r0.675 o27	gpt-5.6-sol-pro
kyma	i2.7>272000:5.4 r0.27 o16.2>272000:24.3	gpt-5.6-terra
kyma	i2.7 r0.27 o16.2	gpt-5.6-terra-pro
kyma	i13.5 r1.35 o67.5	gpt-6-astra
kyma	i0.1639>272000:0.27 r0.0135 o0.8195>272000:1.0125	gpt-6-luna
kyma	i2.7>272000:5.4 r0.135 o13.5>272000:20.25	gpt-6.1-sol
kyma	i0.0473 o0.2303	gpt-oss-120b
kyma	i1.763 o3.528	grok-4.20
kyma	i1.767 o3.534	grok-4.20-multi-agent
kyma	i1.92>200000:3.375 r0.27 o3.838>200000:6.75	grok-4.3
kyma	i2.73 o8.189	grok-4.5
kyma	i2.758 o8.274	grok-4.6
kyma	i2.16 r0.54 o6.48	grok-4.7
kyma	i1.389>200000:2.7 r0.27 o2.777>200000:5.4	grok-build
kyma	i0.1594 o0.6576	hy3
kyma	i1.1259 o3.3764	hy4-preview
kyma	i0.5909 o2.758	kimi-k2.6
kyma	i1.009 o4.774	kimi-k2.7-code
kyma	i3.052 r0.405 o15.258	kimi-k3
kyma	i2.7 r0.27 o13.5	kimi-k3.1-pro
kyma	i0.135 o0.432	llama-3.3-70b
kyma	i0.3344 o1.337	llama-4-maverick
kyma	i0.1859 o0.3718	mimo-v2.5
kyma	i0.189 o0.378	mimo-v2.6-flash
kyma	i0.5805 o1.1745	mimo-v2.6-pro
kyma	i0.4188 o1.675	minimax-m2.5
kyma	i0.405 o1.62	minimax-m2.7
kyma	i0.3956 r0.0756 o1.582	minimax-m3
kyma	i0.2025 r0.02025 o0.81	minimax-m3.1-flash
kyma	i0.4554 o1.821	muse-glimmer-30b
kyma	i1.542 o5.243	muse-spark-1.1
kyma	i1.773 o6.025	muse-spark-1.2
kyma	i1.688 o5.738	muse-spark-1.3
kyma	i1.688 o5.738	muse-spark-open
kyma	i5.4 o27	muse-wonder
kyma	i0.675 r0.135 o3.375	nemotron-3-ultra-550b
kyma	i0.081 r0.0135 o0.4725	nemotron-3.5-super-vl
kyma	i0.108 o0.378	qwen-3-32b
kyma	i0.3546 r0.135 o1.612	qwen-3-coder
kyma	i0.4388>256000:1.755 o2.633>256000:5.265	qwen-3.6-plus
kyma	i2.071 r0.16875 o6.207	qwen-3.7-max
kyma	i0.4325>256000:1.296 r0.0864 o1.731>256000:5.184	qwen-3.7-plus
kyma	i2.228 r0.2781 o6.684	qwen-3.8-max
kyma	i0.0435>32000:0.135>256000:0.27 r0.0081 o0.1886>32000:0.54>256000:1.08	qwen3.7-flash
kyma	i0.3826 o2.732	qwen3.8-27b
kyma	i0.2045 o0.641	qwen3.8-flash
kyma	i1.35 o1.35	sonar
kyma	i4.05 o20.25	sonar-pro
kyma	i0.2229 r0.054 o1.282	step-3.7-flash
kyma	i1.35 r0.135 o3.645	step-5-preview
lambda_ai	i0.2 o0.6	deepseek-llama3.3-70b
lambda_ai	i0.2 o0.6	deepseek-r1-0528
lambda_ai	i0.8 o0.8	deepseek-r1-671b
lambda_ai	i0.2 o0.6	deepseek-v3-0324
lambda_ai	i0.8 o0.8	hermes3-405b
lambda_ai	i0.12 o0.3	hermes3-70b
lambda_ai	i0.025 o0.04	hermes3-8b
lambda_ai	i0.1 o0.2	lfm-40b
lambda_ai	i0.025 o0.04	lfm-7b
lambda_ai	i0.05 o0.1	llama-4-maverick-17b-128e-instruct-fp8
lambda_ai	i0.05 o0.1	llama-4-scout-17b-16e-instruct
lambda_ai	i0.8 o0.8	llama3.1-405b-instruct-fp8
lambda_ai	i0.12 o0.3	llama3.1-70b-instruct-fp8
lambda_ai	i0.025 o0.04	llama3.1-8b-instruct
lambda_ai	i0.12 o0.3	llama3.1-nemotron-70b-instruct-fp8
lambda_ai	i0.015 o0.025	llama3.2-11b-vision-instruct
lambda_ai	i0.015 o0.025	llama3.2-3b-instruct
lambda_ai	i0.12 o0.3	llama3.3-70b-instruct-fp8
lambda_ai	i0.05 o0.1	qwen25-coder-32b-instruct
lambda_ai	i0.05 o0.1	qwen3-32b-fp8
libertai	i0.01 o0	bge-m3
libertai	i0.25 o1.75	deepseek-v4-flash
libertai	i0.25 o1.75	deepseek-v4-flash-thinking
libertai	i0.15 o0.4	gemma-4-31b-it
libertai	i0.15 o0.4	gemma-4-31b-it-thinking
libertai	i0.15 o0.6	hermes-3-8b-tee
libertai	i0.25 o1.75	qwen3.5-122b-a10b
libertai	i0.25 o1.75	qwen3.5-122b-a10b-thinking
libertai	i0.15 o0.5	qwen3.6-27b
libertai	i0.15 o0.5	qwen3.6-27b-thinking
libertai	i0.15 o0.5	qwen3.6-35b-a3b
libertai	i0.15 o0.5	qwen3.6-35b-a3b-thinking
llamagate	i0.06 o0.12	codellama-7b
llamagate	i0.06 o0.12	deepseek-coder-6.7b
llamagate	i0.08 o0.15	deepseek-r1-7b-qwen
llamagate	i0.1 o0.2	deepseek-r1-8b
llamagate	i0.08 o0.15	dolphin3-8b
llamagate	i0.03 o0.08	gemma3-4b
llamagate	i0.03 o0.05	llama-3.1-8b
llamagate	i0.04 o0.08	llama-3.2-3b
llamagate	i0.1 o0.2	llava-7b
llamagate	i0.1 o0.15	mistral-7b-v0.3
llamagate	i0.02 o0	nomic-embed-text
llamagate	i0.08 o0.15	openthinker-7b
llamagate	i0.06 o0.12	qwen2.5-coder-7b
llamagate	i0.04 o0.14	qwen3-8b
llamagate	i0.02 o0	qwen3-embedding-8b
llamagate	i0.15 o0.55	qwen3-vl-8b
meta	i1.25 r0.15 o4.25	muse-spark-1.1
meta	i1.25 r0.15 o4.25	muse-spark-1.2
meta	i0.1 r0.002 o0.2	muse-spark-1.2-contributor
meta	i1.25 r0.15 o4.25	muse-spark-1.3
meta	i0.1 r0.002 o0.2	muse-spark-1.3-contributor
meta	i4 r0.2 o20	muse-wonder-1.0
minimax	i0.3 o1.2	M2-her	m2-her
minimax	i0.2 o1.1	minimax-01
minimax	i0.4 o2.2	minimax-m1
minimax	i0.3 r0.03 w0.375 o1.2	MiniMax-M2	minimax-m2	MiniMax-M2.1	minimax-m2.1	MiniMax-M2.5	minimax-m2.5
minimax	i0.6 r0.03 w0.375 o2.4	MiniMax-M2.1-highspeed
minimax	i0.3 r0.03 w0.375 o2.4	MiniMax-M2.1-lightning
minimax	i0.6 r0.03 w0.375 o2.4	MiniMax-M2.5-highspeed
minimax	i0.3 r0.03 w0.375 o2.4	MiniMax-M2.5-lightning
minimax	i0.3 r0.06 w0.375 o1.2	MiniMax-M2.7	minimax-m2.7
minimax	i0.6 r0.06 w0.375 o2.4	MiniMax-M2.7-highspeed
minimax	i0.3>512000:0.6 r0.06>512000:0.12 o1.2>512000:2.4	minimax-m3	MiniMax-M3
minimax	i0.15 r0.015 o0.6	MiniMax-M3.1-Flash	minimax-m3.1-flash
mistral	i0.3 o0.9|batch @2026-10-14 i0.15 o0.45	codestral	codestral-latest	codestral-2501
mistral	i0.3 r0.03 o0.9|batch @2026-10-14 i0.15 r0.015 o0.45	codestral-2508
mistral	i0.15 r0.015	codestral-embed-2505	codestral-embed
mistral	i0.25 r0.025 o0.25	codestral-mamba-latest
mistral	i0.3 r0.007 o1.2	deepseek-v4-1-flash-1017
mistral	i0.4 r0.04 o2	devstral-2512
mistral	i0.4 r0.04 o2	devstral-latest
mistral	i0.4 r0.04 o2	devstral-medium-latest
mistral	i0.1 o0.3	devstral-small	devstral-small-2505	devstral-small-2507	devstral-small-latest	labs-devstral-small-2512
mistral	i1.4 r0.14 o4.4	glm-5-2
mistral	i2 o5	magistral-medium
mistral	i1.5 r0.15 o7.5	magistral-medium-latest
mistral	i0.5 o1.5	magistral-small
mistral	i0.15 r0.015 o0.6	magistral-small-latest
mistral	i0.2 r0.02 o0.2|batch @2026-10-14 i0.1 r0.01 o0.1	ministral-14b-2512
mistral	i0.2 r0.02 o0.2	ministral-14b-latest
mistral	i0.2 r0.02 o0.2	ministral-3-14b-2512
mistral	i0.1 r0.01 o0.1	ministral-3-3b-2512
mistral	i0.15 r0.015 o0.15	ministral-3-8b-2512
mistral	i0.04 o0.04	ministral-3b
mistral	i0.1 r0.01 o0.1|batch @2026-10-14 i0.05 r0.005 o0.05	ministral-3b-2512
mistral	i0.1 r0.01 o0.1	ministral-3b-latest
mistral	i0.1 o0.1	ministral-8b	ministral-8b-2410
mistral	i0.15 r0.015 o0.15|batch @2026-10-14 i0.075 r0.0075 o0.075	ministral-8b-2512
mistral	i0.1 o0.1;@2025-12-02 i0.15 r0.015 o0.15|batch @2026-10-14 i0.075 r0.0075 o0.075	ministral-8b-latest
mistral	i0.25 o0.25	mistral-7b	open-mistral-7b
mistral	i0.4 r0.04 o2	mistral-code-agent-latest
mistral	i0.3 r0.03 o0.9	mistral-code-fim-latest
mistral	i0.3 r0.03 o0.9	mistral-code-latest
mistral	i0.1 o0.1|batch @2026-10-14 i0.05 o0.05	mistral-embed	mistral-embed-2312
mistral	i2 o6	mistral-large	mistral-large-latest	mistral-large-2407	mistral-large-2411
mistral	i0.5 r0.05 o1.5|batch @2026-10-14 i0.25 r0.025 o0.75	mistral-large-2512
mistral	i0.5 r0.05 o1.5	mistral-large-3
mistral	i0.68 r0.07 o2.09;@2026-10-20 i1.36 r0.14 o4.18;@2026-10-29 i0.7 r0.07 o2.1|batch @2026-10-29 i0.35 r0.035 o1.05|batch @2026-10-20 i0.68 r0.07 o2.09|batch @2026-10-14 i0.34 r0.035 o1.045	mistral-large-4	mistral-large-4-0
mistral	i2.7 o8.1	mistral-medium-2312
mistral	i0.4 r0.04 o2	mistral-medium-3-1	mistral-medium	mistral-medium-2505	mistral-medium-2508
mistral	i1.5 r0.15 o7.5|batch @2026-10-14 i0.75 r0.075 o3.75	mistral-medium-3-5	mistral-medium-3.5	mistral-medium-3	mistral-medium-2604
mistral	i0.4 r0.04 o2;@2026-06-16 i1.5 r0.15 o7.5|batch @2026-10-14 i0.75 r0.075 o3.75	mistral-medium-latest
mistral	i0.15 o0.15	mistral-nemo	open-mistral-nemo
mistral	i0.2 o0.6	mistral-saba	mistral-saba-latest
mistral	i0.1 r0.01 o0.3	mistral-small
mistral	i0.05 o0.08	mistral-small-24b-instruct-2501
mistral	i0.15 r0.015 o0.6|batch @2026-10-14 i0.075 r0.0075 o0.3	mistral-small-2603
mistral	i0.351 o0.555	mistral-small-3.1-24b-instruct
mistral	i0.1 o0.3	mistral-small-3.2-24b-instruct	mistral-small-2506
mistral	i0.1 o0.3;@2026-03-16 i0.15 r0.015 o0.6|batch @2026-10-14 i0.075 r0.0075 o0.3	mistral-small-latest
mistral	i0.25 o0.25	mistral-tiny
mistral	i0.15 r0.015 o0.6	mistral-vibe-cli-fast
mistral	i1.5 r0.15 o7.5	mistral-vibe-cli-latest
mistral	i1.5 r0.15 o7.5	mistral-vibe-cli-with-tools
mistral	i2 o6	mixtral-8x22b-instruct	open-mixtral-8x22b
mistral	i0.7 o0.7	mixtral-8x7b	open-mixtral-8x7b
mistral	i0.15 o0.15	pixtral-12b	pixtral-12b-latest
mistral	i2 o6	pixtral-large	pixtral-large-latest	pixtral-large-2411
mistral	i0.1 r0.01 o0.3;@2026-08-11 i0.1 r0.01 o0.4|batch @2026-10-14 i0.05 r0.005 o0.2	voxtral-small-24b-2507	voxtral-small-2507	voxtral-small-latest
mistral	i1.4 r0.14 o4.4	zai-glm-5
mistral	i1.4 r0.14 o4.4	zai-glm-5-2
mistral	i1.4 r0.14 o4.4	zai-glm-5-3
mistral	i0.15 r0.03 o0.5	zai-glm-5-3-flash
mistral	i1.4 r0.14 o4.4	zai-glm-latest
modal	i0.3 r0.03 o1.2	deepseek-ai/DeepSeek-V4.1-Flash
modal	i0.25 r0.005 o1	deepseek-ai/DeepSeek-V4.1-Flash-1017
modal	i1.25 r0.15 o4.25	meta-models/Muse-Spark-Open-816B-A42B
modal	i3 r0.3 o15	moonshotai/Kimi-K3
modal	i2 r0.2 o10	moonshotai/Kimi-K3.1-Pro
modal	i0.15 r0.03 o0.5	nvidia/GLM-5.3-Flash-NVFP4
modal	i2 r0.25 o6	Qwen/Qwen3.8-2.4T-A95B
modal	i2 r0.25 o6	Qwen/Qwen3.8-Max-VL-Thinking
modal	i1.2 r0.27 o5	thinkingmachines/Inkling-NVFP4
modal	i1.4 r0.26 o4.4	zai-org/GLM-5.3
modal	i0.45 r0.09 o1.5	zai-org/GLM-5.3-Flash
moonshotai	i0.57 o2.3	kimi-k2
moonshotai	i0.6 r0.15 o2.5	kimi-k2-0711-preview
moonshotai	i0.6 r0.15 o2.5	kimi-k2-0905-preview
moonshotai	i0.6 r0.15 o2.5	kimi-k2-thinking
moonshotai	i1.15 r0.15 o8	kimi-k2-thinking-turbo
moonshotai	i1.15 r0.15 o8	kimi-k2-turbo-preview	kimi-k2-turbo
moonshotai	i0.6 r0.1 o3	kimi-k2.5
moonshotai	i0.95 r0.16 o4	kimi-k2.6
moonshotai	i0.95 r0.19 o4	kimi-k2.7-code
moonshotai	i1.9 r0.38 o8	kimi-k2.7-code-highspeed
moonshotai	i3 r0.3 w3 o15	kimi-k3
moonshotai	i2 r0.2 w2 o10	kimi-k3.1-pro
moonshotai	i4 r0.2 w4 o20	kimi-k3.1-pro-highspeed
moonshotai	i2 o5	moonshot-v1-128k	moonshot-v1-128k-vision-preview
moonshotai	i1 o3	moonshot-v1-32k	moonshot-v1-32k-vision-preview
moonshotai	i0.2 o2	moonshot-v1-8k	moonshot-v1-8k-vision-preview
moonshotai	i2 o5	moonshot-v1-auto
morph	i0.12 r0.008 o0.8	morph-dsv41flash
morph	i0.12 r0.008 o0.8	morph-dsv41flash-1017
morph	i0.3 r0.03 o1.2	morph-dsv41flash-abliterated
morph	i0.141953 r0.035938 o0.399625	morph-dsv4flash
morph	i1.19 r0.1955 o6	morph-glm53-744b
morph	i0.2 r0.04 o0.7	morph-glm53flash
morph	i2.5 r0.29 o14	morph-kimik3
morph	i6 r0.6 o22.5	morph-kimik3-fast
morph	i0.8 o1.2	morph-v3-fast
morph	i0.9 o1.9	morph-v3-large
nebius	i0.01 o0	BAAI/bge-en-icl
nebius	i0.01 o0	BAAI/bge-multilingual-gemma2
nebius	i0.8 o2.4	deepseek-ai/DeepSeek-R1
nebius	i0.8 o2.4	deepseek-ai/DeepSeek-R1-0528
nebius	i0.25 o0.75	deepseek-ai/DeepSeek-R1-Distill-Llama-70B
nebius	i0.5 o1.5	deepseek-ai/DeepSeek-V3
nebius	i0.5 o1.5	deepseek-ai/DeepSeek-V3-0324
nebius	i0.14 o0.28	deepseek-ai/DeepSeek-V4-Flash
nebius	i0.14 o0.28	deepseek-ai/DeepSeek-V4-Flash-0731
nebius	i1.75 o3.5	deepseek-ai/DeepSeek-V4-Pro
nebius	i1.32 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813
nebius	i0.3 o1.2	deepseek-ai/DeepSeek-V4.1-Flash
nebius	i0.1 o0.3	google/gemma-3-27b-it
nebius	i0.01 o0	intfloat/e5-mistral-7b-instruct
nebius	i0.13 o0.4	meta-llama/Llama-3.3-70B-Instruct
nebius	i0.02 o0.06	meta-llama/Llama-Guard-3-8B
nebius	i1 o3	meta-llama/Meta-Llama-3.1-405B-Instruct
nebius	i0.13 o0.4	meta-llama/Meta-Llama-3.1-70B-Instruct
nebius	i0.02 o0.06	meta-llama/Meta-Llama-3.1-8B-Instruct
nebius	i0.3 o1.2	MiniMaxAI/MiniMax-M2.5
nebius	i0.3 o1.2	MiniMaxAI/MiniMax-M3
nebius	i0.04 o0.12	mistralai/Mistral-Nemo-Instruct-2407
nebius	i0.95 o4	moonshotai/Kimi-K2.6
nebius	i0.95 o4	moonshotai/Kimi-K2.7-Code
nebius	i3 o15	moonshotai/Kimi-K3
nebius	i1 o3	NousResearch/Hermes-3-Llama-3.1-405B
nebius	i1 o3	NousResearch/Hermes-4-405B
nebius	i0.13 o0.4	NousResearch/Hermes-4-70B
nebius	i0.1 o0.3	nvidia/Cosmos3-Super-Reasoner
nebius	i0.6 o1.8	nvidia/Llama-3.1-Nemotron-Ultra-253B-v1
nebius	i0.1 o0.4	nvidia/Llama-3.3-Nemotron-Super-49B-v1
nebius	i0.6 o1.8	nvidia/Llama-3_1-Nemotron-Ultra-253B-v1
nebius	i0.06 o0.24	nvidia/Nemotron-3-Nano-Omni
nebius	i0.3 o0.9	nvidia/nemotron-3-super-120b-a12b
nebius	i1 o3	nvidia/Nemotron-3-Ultra-550b-a55b
nebius	i0.06 o0.24	nvidia/Nemotron-3_5-Lightning
nebius	i0.06 o0.24	nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B
nebius	i0.15 o0.6	openai/gpt-oss-120b
nebius	i0.658 o1.11	openbmb/MiniCPM-V-4_5
nebius	i0.13 o0.4	Qwen/Qwen2-VL-72B-Instruct
nebius	i0.02 o0.06	Qwen/Qwen2-VL-7B-Instruct
nebius	i0.06 o0.2	Qwen/Qwen2.5-32B-Instruct
nebius	i0.13 o0.4	Qwen/Qwen2.5-72B-Instruct
nebius	i0.01 o0.03	Qwen/Qwen2.5-Coder-7B
nebius	i0.25 o0.75	Qwen/Qwen2.5-VL-72B-Instruct
nebius	i0.08 o0.24	Qwen/Qwen3-14B
nebius	i0.2 o0.6	Qwen/Qwen3-235B-A22B
nebius	i0.2 o0.6	Qwen/Qwen3-235B-A22B-Instruct-2507
nebius	i0.1 o0.3	Qwen/Qwen3-30B-A3B
nebius	i0.1 o0.3	Qwen/Qwen3-30B-A3B-Instruct-2507
nebius	i0.1 o0.3	Qwen/Qwen3-32B
nebius	i0.08 o0.24	Qwen/Qwen3-4B
nebius	i0.01 o0	Qwen/Qwen3-Embedding-8B
nebius	i0.15 o1.2	Qwen/Qwen3-Next-80B-A3B-Thinking
nebius	i0.6 o3.6	Qwen/Qwen3.5-397B-A17B
nebius	i0.45 o3	Qwen/Qwen3.8-27B
nebius	i0.15 o0.45	Qwen/QwQ-32B
nebius	i0.25 o1	reflection/beam
nebius	i1.4 o4.4	zai-org/GLM-5.1
nebius	i1.4 o4.4	zai-org/GLM-5.2
nebius	i1.4 o4.4	zai-org/GLM-5.3
nebius	i0.15 o0.5	zai-org/GLM-5.3-Flash
nlp_cloud	i0.5 o0.5	chatdolphin
nlp_cloud	i0.5 o0.5	dolphin
novita	i0.01 o0.01	baai/bge-m3
novita	i0.01 o0.01	baai/bge-reranker-v2-m3
novita	i0.07 o0.07	baichuan/baichuan-m2-32b
novita	i0.28 r0.07 o1.13	baidu/cobuddy
novita	i0.07 o0.28	baidu/ernie-4.5-21B-a3b
novita	i0.07 o0.28	baidu/ernie-4.5-21B-a3b-thinking
novita	i0.28 o1.1	baidu/ernie-4.5-300b-a47b-paddle
novita	i0.14 o0.56	baidu/ernie-4.5-vl-28b-a3b
novita	i0.39 o0.39	baidu/ernie-4.5-vl-28b-a3b-thinking
novita	i0.42 o1.25	baidu/ernie-4.5-vl-424b-a47b
novita	i0.9 o0.9	cognitivecomputations/dolphin-mixtral-8x22b
novita	i0.03 o0.03	deepseek/deepseek-ocr
novita	i0.03 o0.03	deepseek/deepseek-ocr-2
novita	i0.7 o2.5	deepseek/deepseek-prover-v2-671b
novita	i4 o4	deepseek/deepseek-r1	deepseek/deepseek-r1/community
novita	i0.7 r0.35 o2.5	deepseek/deepseek-r1-0528
novita	i0.06 o0.09	deepseek/deepseek-r1-0528-qwen3-8b
novita	i0.8 o0.8	deepseek/deepseek-r1-distill-llama-70b
novita	i0.04 o0.04	deepseek/deepseek-r1-distill-llama-8b
novita	i0.15 o0.15	deepseek/deepseek-r1-distill-qwen-14b
novita	i0.3 o0.3	deepseek/deepseek-r1-distill-qwen-32b
novita	i0.7 o2.5	deepseek/deepseek-r1-turbo
novita	i0.27 r0.135 o1.12	deepseek/deepseek-v3-0324
novita	i0.4 o1.3	deepseek/deepseek-v3-turbo
novita	i0.27 r0.135 o1	deepseek/deepseek-v3.1
novita	i0.27 r0.135 o1	deepseek/deepseek-v3.1-terminus
novita	i0.269 r0.1345 o0.4	deepseek/deepseek-v3.2
novita	i0.27 o0.41	deepseek/deepseek-v3.2-exp
novita	i0.89 o0.89	deepseek/deepseek-v3/community
novita	i0.14 r0.028 o0.28	deepseek/deepseek-v4-flash
novita	i0.44 r0.028 o1.32	deepseek/deepseek-v4-flash-0731
novita	i0.44 r0.0148 o1.32	deepseek/deepseek-v4-flash-0731-p
novita	i0.44 r0.028 o1.32	deepseek/deepseek-v4-flash-vision-exp
novita	i1.6 r0.135 o3.2	deepseek/deepseek-v4-pro
novita	i1.32 r0.044 o3.96	deepseek/deepseek-v4-pro-0813	deepseek/deepseek-v4-pro-0813-p
novita	i0.3 r0.006 o1.2	deepseek/deepseek-v4.1-flash	deepseek/deepseek-v4.1-flash-dst	deepseek/deepseek-v4.1-flash-p	deepseek/deepseek-v4.1-flash-1017
novita	i0.89 o0.89	deepseek/deepseek_v3
novita	i0.08 o0.08	google/gemma-2-9b-it
novita	i0.05 o0.1	google/gemma-3-12b-it
novita	i0.119 o0.2	google/gemma-3-27b-it
novita	i0.13 o0.4	google/gemma-4-26b-a4b-it
novita	i0.14 o0.4	google/gemma-4-31b-it
novita	i0.09 o0.09	gryphe/mythomax-l2-13b
novita	i0.06 r0.012 o0.18	inclusionai/ling-3.0-flash
novita	i0.06 r0.012 o0.18	inclusionai/ling-3.0-flash-fast
novita	i0.075 r0.015 o0.22	inclusionai/ling-3.0-flash-fin
novita	i0.075 r0.015 o0.22	inclusionai/ling-3.0-flash-sante
novita	i0.075 r0.015 o0.22	inclusionai/ling-3.0-flash-vl
novita	i0.3 r0.06 o0.9	inclusionai/ling-3.1-flash
novita	i0.5 o0.5	jondurbin/airoboros-l2-70b
novita	i0.3 r0.06 o1.2	kwaipilot/kat-coder-pro
novita	i0.51 o0.74	meta-llama/llama-3-70b-instruct
novita	i0.04 o0.04	meta-llama/llama-3-8b-instruct
novita	i0.34 o0.39	meta-llama/llama-3.1-70b-instruct
novita	i0.05 o0.05;@2026-10-18 i0.02 o0.05	meta-llama/llama-3.1-8b-instruct	meta-llama/llama-3.1-8b-instruct-max
novita	i0.06 o0.06	meta-llama/llama-3.1-8b-instruct-bf16
novita	i0.06 o0.06	meta-llama/llama-3.2-11b-vision-instruct
novita	i0.02 o0.02	meta-llama/llama-3.2-1b-instruct
novita	i0.03 o0.05	meta-llama/llama-3.2-3b-instruct
novita	i0.39 o0.39;@2026-10-18 i0.135 o0.4	meta-llama/llama-3.3-70b-instruct
novita	i0.27 o0.85	meta-llama/llama-4-maverick-17b-128e-instruct-fp8
novita	i0.18 o0.59	meta-llama/llama-4-scout-17b-16e-instruct
novita	i0.62 o0.62	microsoft/wizardlm-2-8x22b
novita	i0.2475 r0.044 o1.43	mindai/macaron-v1-tall
novita	i0.825 r0.165 o2.475	mindai/macaron-v1-venti
novita	i1 o1	ming-image-0.1-design	ming-image-0.1-design-layer
novita	i0.3 r0.03 o1.2	minimax/minimax-m2
novita	i0.3 r0.03 o1.2	minimax/minimax-m2.1
novita	i0.3 r0.03 o1.2	minimax/minimax-m2.5
novita	i0.6 r0.03 o2.4	minimax/minimax-m2.5-highspeed
novita	i0.3 r0.06 o1.2	minimax/minimax-m2.7
novita	i0.6 r0.06 o2.4	minimax/minimax-m2.7-highspeed
novita	i0.3>524288:0.6 r0.06>524288:0.12 o1.2>524288:2.4	minimax/minimax-m3
novita	i0.15 r0.015 o0.6	minimax/minimax-m3.1-flash
novita	i0.55 o2.2	minimaxai/minimax-m1-80k
novita	i0.059 o0.059	mistralai/mistral-7b-instruct
novita	i0.17 o0.17	mistralai/mistral-nemo
novita	i0.6 o2.5	moonshotai/kimi-k2-0905
novita	i0.57 o2.3	moonshotai/kimi-k2-instruct
novita	i0.6 r0.15 o2.5	moonshotai/kimi-k2-thinking
novita	i0.6 r0.1 o3	moonshotai/kimi-k2.5
novita	i0.8 r0.16 o3.4	moonshotai/kimi-k2.6
novita	i0.95 r0.19 o4	moonshotai/kimi-k2.7-code
novita	i3 r0.3 o15	moonshotai/kimi-k3	moonshotai/kimi-k3-p
novita	i2 r0.2 o10	moonshotai/kimi-k3.1-pro
novita	i4 r0.2 o20	moonshotai/kimi-k3.1-pro-highspeed
novita	i0.14 o0.14	nousresearch/hermes-2-pro-llama-3-8b
novita	i0.17 o0.17	nousresearch/nous-hermes-llama2-13b
novita	i0.05 o0.2	nvidia/nemotron-3-nano-30b-a3b
novita	i0.05 o0.25	openai/gpt-oss-120b
novita	i0.04 o0.15	openai/gpt-oss-20b
novita	i0.06 o0.06	openchat/openchat-7b
novita	i0.02 o0.02	paddlepaddle/paddleocr-vl
novita	i0.054 o0.054	qwen/qwen-2-7b-instruct
novita	i0.45 o0.45	qwen/qwen-2-vl-72b-instruct
novita	i0.38 o0.4	qwen/qwen-2.5-72b-instruct
novita	i0.25 o0.75	qwen/qwen-mt-plus
novita	i0.07 o0.07	qwen/qwen2.5-7b-instruct
novita	i0.8 o0.8	qwen/qwen2.5-vl-72b-instruct
novita	i0.2 o0.8	qwen/qwen3-235b-a22b-fp8
novita	i0.09 o0.58	qwen/qwen3-235b-a22b-instruct-2507
novita	i0.3 o3	qwen/qwen3-235b-a22b-thinking-2507
novita	i0.09 o0.45	qwen/qwen3-30b-a3b-fp8
novita	i0.1 o0.45	qwen/qwen3-32b-fp8
novita	i0.03 o0.03	qwen/qwen3-4b-fp8
novita	i0.035 o0.138	qwen/qwen3-8b-fp8
novita	i0.07 o0.27	qwen/qwen3-coder-30b-a3b-instruct
novita	i0.38 o1.55	qwen/qwen3-coder-480b-a35b-instruct
novita	i0.2 o1.5	qwen/qwen3-coder-next
novita	i0.07 o0	qwen/qwen3-embedding-0.6b
novita	i0.07 o0	qwen/qwen3-embedding-8b
novita	i2.11 o8.45	qwen/qwen3-max
novita	i0.15 o1.5	qwen/qwen3-next-80b-a3b-instruct
novita	i0.15 o1.5	qwen/qwen3-next-80b-a3b-thinking
novita	i0.25 o0.97	qwen/qwen3-omni-30b-a3b-instruct
novita	i0.25 o0.97	qwen/qwen3-omni-30b-a3b-thinking
novita	i0.05 o0.05	qwen/qwen3-reranker-8b
novita	i0.3 o1.5	qwen/qwen3-vl-235b-a22b-instruct
novita	i0.98 o3.95	qwen/qwen3-vl-235b-a22b-thinking
novita	i0.2 o0.7	qwen/qwen3-vl-30b-a3b-instruct
novita	i0.2 o1	qwen/qwen3-vl-30b-a3b-thinking
novita	i0.08 o0.5	qwen/qwen3-vl-8b-instruct
novita	i0.4 o3.2	qwen/qwen3.5-122b-a10b
novita	i0.3 o2.4	qwen/qwen3.5-27b
novita	i0.25 o2	qwen/qwen3.5-35b-a3b
novita	i0.6 o3.6	qwen/qwen3.5-397b-a17b
novita	i0.6 o3.6	qwen/qwen3.6-27b
novita	i0.248 o1.485	qwen/qwen3.6-35b-a3b
novita	i1.25 r0.25 o3.75	qwen/qwen3.7-max
novita	i2 r0.25 o6	qwen/qwen3.8-2.4t-a95b
novita	i0.42 r0.085 o3	qwen/qwen3.8-27b
novita	i0.15 r0.016 o0.47	qwen/qwen3.8-flash
novita	i2 r0.25 o6	qwen/qwen3.8-max
novita	i1.48 o1.48	sao10k/l3-70b-euryale-v2.1
novita	i0.05 o0.05	sao10k/l3-8b-lunaris
novita	i0.05 o0.05	Sao10K/L3-8B-Stheno-v3.2
novita	i1.48 o1.48	sao10k/l31-70b-euryale-v2.2
novita	i0.2 o0.6	skywork/r1v4-lite
novita	i0.8 o0.8	sophosympatheia/midnight-rose-70b
novita	i0.2 r0.04 o1.15	stepfun/step-3.7-flash
novita	i1 r0.1 o2.7	stepfun/step-5-preview
novita	i0.17 o0.17	teknium/openhermes-2.5-mistral-7b
novita	i0.14 r0.035 o0.58	tencent/hy3
novita	i0.417 r0.021 o1.2505	tencent/hy4
novita	i0.834 r0.042 o2.501	tencent/hy4-preview
novita	i0.55 o1.66	thudm/glm-4-32b-0414
novita	i0.11 r0.024 o0.33	xiaomimimo/mimo-v2-flash
novita	i0.168 r0.0034 o0.336	xiaomimimo/mimo-v2.5
novita	i0.522 r0.0043 o1.044	xiaomimimo/mimo-v2.5-pro
novita	i0.14 r0.0028 o0.28	xiaomimimo/mimo-v2.6-flash
novita	i0.435 r0.0036 o0.87	xiaomimimo/mimo-v2.6-pro
novita	i0.035 o0.138	zai-org/autoglm-phone-9b-multilingual
novita	i0.6 r0.11 o2.2	zai-org/glm-4.5
novita	i0.13 r0.025 o0.85	zai-org/glm-4.5-air
novita	i0.6 r0.11 o1.8	zai-org/glm-4.5v
novita	i0.55 r0.11 o2.2	zai-org/glm-4.6
novita	i0.3 r0.055 o0.9	zai-org/glm-4.6v
novita	i0.6 r0.11 o2.2	zai-org/glm-4.7	zai-org/glm-4.7-h
novita	i0.07 r0.01 o0.4	zai-org/glm-4.7-flash
novita	i1 r0.2 o3.2	zai-org/glm-5
novita	i1.2 r0.24 o4	zai-org/glm-5-turbo
novita	i1.38 r0.26 o4.4	zai-org/glm-5.1
novita	i1.4 r0.26 o4.4	zai-org/glm-5.2
novita	i1.4 r0.26 o4.4	zai-org/glm-5.3	zai-org/glm-5.3-p
novita	i0.15 r0.03 o0.5	zai-org/glm-5.3-flash
novita	i0.37 r0.075 o1.25	zai-org/glm-5.3-flashX
novita	i1.2 r0.24 o4	zai-org/glm-5v-turbo
nscale	i0.375 o0.375	deepseek-ai/DeepSeek-R1-Distill-Llama-70B
nscale	i0.025 o0.025	deepseek-ai/DeepSeek-R1-Distill-Llama-8B
nscale	i0.09 o0.09	deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B
nscale	i0.07 o0.07	deepseek-ai/DeepSeek-R1-Distill-Qwen-14B
nscale	i0.15 o0.15	deepseek-ai/DeepSeek-R1-Distill-Qwen-32B
nscale	i0.2 o0.2	deepseek-ai/DeepSeek-R1-Distill-Qwen-7B
nscale	i0.03 o0.03	meta-llama/Llama-3.1-8B-Instruct
nscale	i0.2 o0.2	meta-llama/Llama-3.3-70B-Instruct
nscale	i0.09 o0.29	meta-llama/Llama-4-Scout-17B-16E-Instruct
nscale	i0.6 o0.6	mistralai/mixtral-8x22b-instruct-v0.1
nscale	i0.06 o0.2	Qwen/Qwen2.5-Coder-32B-Instruct
nscale	i0.01 o0.03	Qwen/Qwen2.5-Coder-3B-Instruct
nscale	i0.01 o0.03	Qwen/Qwen2.5-Coder-7B-Instruct
nscale	i0.18 o0.2	Qwen/QwQ-32B
oci	i1.56 o1.56	cohere.command-a-03-2025
oci	i1.56 o1.56	cohere.command-a-reasoning
oci	i1.56 o1.56	cohere.command-a-reasoning-08-2025
oci	i0.09 o0.09	cohere.command-a-translate-08-2025
oci	i1.56 o1.56	cohere.command-a-vision
oci	i1.56 o1.56	cohere.command-a-vision-07-2025
oci	i1.56 o1.56	cohere.command-latest
oci	i1.56 o1.56	cohere.command-plus-latest
oci	i0.15 o0.15	cohere.command-r-08-2024
oci	i1.56 o1.56	cohere.command-r-plus-08-2024
oci	i0.1 o0	cohere.embed-english-image-v3.0
oci	i0.1 o0	cohere.embed-english-light-image-v3.0
oci	i0.1 o0	cohere.embed-english-light-v3.0
oci	i0.1 o0	cohere.embed-english-v3.0
oci	i0.1	cohere.embed-multilingual-image-v3.0
oci	i0.1 o0	cohere.embed-multilingual-light-image-v3.0
oci	i0.1 o0	cohere.embed-multilingual-light-v3.0
oci	i0.1 o0	cohere.embed-multilingual-v3.0
oci	i0.12 o0	cohere.embed-v4.0
oci	i0.15 o0.6	google.gemini-2.5-flash
oci	i0.075 o0.3	google.gemini-2.5-flash-lite
oci	i1.25 o10	google.gemini-2.5-pro
oci	i10.68 o10.68	meta.llama-3.1-405b-instruct
oci	i0.72 o0.72	meta.llama-3.1-70b-instruct
oci	i0.72 o0.72	meta.llama-3.1-8b-instruct
oci	i2 o2	meta.llama-3.2-11b-vision-instruct
oci	i2 o2	meta.llama-3.2-90b-vision-instruct
oci	i0.72 o0.72	meta.llama-3.3-70b-instruct
oci	i0.72 o0.72	meta.llama-3.3-70b-instruct-fp8-dynamic
oci	i0.72 o0.72	meta.llama-4-maverick-17b-128e-instruct-fp8
oci	i0.72 o0.72	meta.llama-4-scout-17b-16e-instruct
oci	i1.25 o10	openai.gpt-5
oci	i0.25 o2	openai.gpt-5-mini
oci	i0.05 o0.4	openai.gpt-5-nano
oci	i0.15 o0.6	openai.gpt-oss-120b
oci	i0.07 o0.3	openai.gpt-oss-20b
oci	i3 o15	xai.grok-3
oci	i5 o25	xai.grok-3-fast
oci	i0.3 o0.5	xai.grok-3-mini
oci	i0.6 o4	xai.grok-3-mini-fast
oci	i3 o15	xai.grok-4
oci	i5 o25	xai.grok-4-fast
oci	i5 o25	xai.grok-4.1-fast
oci	i3 o15	xai.grok-4.20
oci	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	xai.grok-4.20-0309-non-reasoning
oci	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	xai.grok-4.20-0309-reasoning
oci	i3 o15	xai.grok-4.20-multi-agent
oci	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	xai.grok-4.20-non-reasoning
oci	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	xai.grok-4.20-reasoning
oci	i5 o25	xai.grok-code-fast-1
openai	i0.4 o0.4	ada	text-ada-001
openai	i0.5 o0.5	babbage
openai	i0.4 o0.4	babbage-002
openai	i5 o15	chatgpt-4o-latest
openai	i1.5 r0.375 o6	codex-mini	codex-mini-latest
openai	i3 o12	computer-use	computer-use-preview	computer-use-preview-2025-03-11
openai	i2 o2	curie	text-curie-001
openai	i20 o20	davinci	text-davinci-001
openai	i2 o2	davinci-002
openai	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	daybreak-blue-latest
openai	i12.5>272000:25 r1.25>272000:2.5 w15.625>272000:31.25 o75>272000:112.5	daybreak-red-latest
openai	i1.6 o1.6|batch i0.8 o0.9	ft:babbage-002
openai	i12 o12|batch i6 o6	ft:davinci-002
openai	i3 o6|batch @2026-10-14 i1.5 o3	ft:gpt-3.5-turbo-	ft:gpt-3.5-turbo	ft:gpt-3.5-turbo-0125	ft:gpt-3.5-turbo-0613	ft:gpt-3.5-turbo-1106
openai	i3 r0.75 o12|batch i1.5 r0.5 o6	ft:gpt-4.1-2025-04-14
openai	i0.8 r0.2 o3.2|batch i0.4 r0.1 o1.6	ft:gpt-4.1-mini-2025-04-14
openai	i0.2 r0.05 o0.8|batch i0.1 r0.025 o0.4	ft:gpt-4.1-nano-2025-04-14
openai	i3.75 o15	ft:gpt-4o	ft:gpt-4o-2024-08-06	ft:gpt-4o-2024-11-20
openai	i0.3 o1.2|batch @2026-10-14 i0.15 o0.6	ft:gpt-4o-mini	ft:gpt-4o-mini-2024-07-18
openai	i4 r1 o16|batch i2 r0.5 o8	ft:o4-mini-2025-04-16
openai	i1.5 o2	gpt-3.5-0301	gpt-3.5-turbo-0301
openai	i0.5 o1.5|batch @2026-10-14 i0.25 o0.75	gpt-3.5-turbo	gpt-35-turbo	gpt-3.5-turbo-0125
openai	i1.5 o2	gpt-3.5-turbo-0613
openai	i1 o2	gpt-3.5-turbo-1106
openai	i3 o4	gpt-3.5-turbo-16k	gpt-3.5-turbo-16k-0613	gpt-35-turbo-16k-0613	gpt-35-turbo-16k
openai	i1.5 o2	gpt-3.5-turbo-instruct	gpt-3.5-turbo-instruct-0914
openai	i30 o60|batch @2026-10-14 i15 o30	gpt-4	gpt-4-0314	gpt-4-0613	ft:gpt-4-0	ft:gpt-4-0613
openai	i60 o120	gpt-4-32k	gpt-4-32k-0314	gpt-4-32k-0613
openai	i10 o30|batch @2026-10-14 i5 o15	gpt-4-turbo	gpt-4-turbo-2024-04-09	gpt-4-turbo-0125-preview	gpt-4-0125-preview	gpt-4-1106-preview	gpt-4-turbo-preview
openai	i10 o30	gpt-4-vision-preview	gpt-4-1106-vision-preview
openai	i2 r0.5 o8|priority @2026-10-12 i3.5 r0.875 o14|fast @2026-10-12 i3.5 r0.875 o14|batch @2026-10-14 i1 o4	gpt-4.1	gpt-4.1-2025-04-14
openai	i0.4 r0.1 o1.6|priority @2026-10-12 i0.7 r0.175 o2.8|fast @2026-10-12 i0.7 r0.175 o2.8|batch @2026-10-14 i0.2 o0.8	gpt-4.1-mini	gpt-4.1-mini-2025-04-14
openai	i0.1 r0.025 o0.4|priority @2026-10-12 i0.2 r0.05 o0.8|fast @2026-10-12 i0.2 r0.05 o0.8|batch @2026-10-14 i0.05 o0.2	gpt-4.1-nano	gpt-4.1-nano-2025-04-14
openai	i75 r37.5 o150	gpt-4.5-preview
openai	i2.5 r1.25 o10|priority @2026-10-12 i4.25 r2.125 o17|fast @2026-10-12 i4.25 r2.125 o17|batch @2026-10-14 i1.25 o5	gpt-4o	gpt-4o-2024-08-06	gpt-4o-2024-11-20
openai	i5 o15|priority @2026-10-12 i8.75 o26.25|fast @2026-10-12 i8.75 o26.25|batch @2026-10-14 i2.5 o7.5	gpt-4o-2024-05-13
openai	i2.5 o10	gpt-4o-audio-preview	gpt-4o-audio-preview-2024-12-17	gpt-4o-audio-preview-2025-06-03
openai	i0.15 r0.075 o0.6|priority @2026-10-12 i0.25 r0.125 o1|fast @2026-10-12 i0.25 r0.125 o1|batch @2026-10-14 i0.075 o0.3	gpt-4o-mini	gpt-4o-mini-2024-07-18	gpt-4o-mini-search-preview	gpt-4o-mini-search-preview-2025-03-11
openai	i0.3 o1.2|batch @2026-10-14 i0.15 o0.6	gpt-4o-mini-2024-07-18.ft-
openai	i0.15 o0.6	gpt-4o-mini-audio-preview	gpt-4o-mini-audio	gpt-4o-mini-audio-preview-2024-12-17
openai	i0.6 r0.3 o2.4 a10 A20	gpt-4o-mini-realtime-preview	gpt-4o-mini-realtime	gpt-4o-mini-realtime-preview-2024-12-17
openai	i1.25 o5 a3	gpt-4o-mini-transcribe
openai	i0.6 o12	gpt-4o-mini-tts
openai	i5 r2.5 o20 a40 A80	gpt-4o-realtime-preview	gpt-4o-realtime
openai	i2.5 o10	gpt-4o-search-preview	gpt-4o-search-preview-2025-03-11
openai	i2.5 o10 a6	gpt-4o-transcribe	gpt-4o-transcribe-diarize
openai	i6 o18	gpt-4o:extended
openai	i1.25 r0.125 o10|flex @2026-10-12 i0.625 r0.0625 o5|priority @2026-10-12 i2.5 r0.25 o20|fast @2026-10-12 i2.5 r0.25 o20|batch @2026-10-14 i0.625 r0.0625 o5	gpt-5	gpt-5-2025-08-07	gpt-5-chat	gpt-5-chat-latest	gpt-5-codex
openai	i10 r1.25 o10	gpt-5-image
openai	i2.5 r0.25 o2	gpt-5-image-mini
openai	i0.25 r0.025 o2|flex @2026-10-12 i0.125 r0.0125 o1|priority @2026-10-12 i0.45 r0.045 o3.6|fast @2026-10-12 i0.45 r0.045 o3.6|batch @2026-10-14 i0.125 r0.0125 o1	gpt-5-mini	gpt-5-mini-2025-08-07
openai	i0.05 r0.005 o0.4|flex @2026-10-12 i0.025 r0.0025 o0.2|batch @2026-10-14 i0.025 r0.0025 o0.2	gpt-5-nano	gpt-5-nano-2025-08-07
openai	i15 o120|batch @2026-10-14 i7.5 o60	gpt-5-pro	gpt-5-pro-2025-10-06
openai	i1.25 r0.125 o10	gpt-5-search-api
openai	i1.25 r0.125 o10	gpt-5-search-api-2025-10-14
openai	i1.25 r0.125 o10|flex @2026-10-12 i0.625 r0.0625 o5|priority @2026-10-12 i2.5 r0.25 o20|fast @2026-10-12 i2.5 r0.25 o20|batch @2026-10-14 i0.625 r0.0625 o5	gpt-5.1	gpt-5.1-2025-11-13	gpt-5.1-codex	gpt-5.1-codex-max	gpt-5.1-chat	gpt-5.1-chat-latest	gpt-5-1	gpt-5-1-2025-11-13	gpt-5-1-codex	gpt-5-1-codex-max	gpt-5-1-chat	gpt-5-1-chat-latest
openai	i0.25 r0.025 o2	gpt-5.1-codex-mini	gpt-5.1-mini	gpt-5-1-codex-mini	gpt-5-1-mini
openai	i1.75 r0.175 o14|flex @2026-10-12 i0.875 r0.0875 o7|priority @2026-10-12 i3.5 r0.35 o28|fast @2026-10-12 i3.5 r0.35 o28|batch @2026-10-14 i0.875 r0.0875 o7	gpt-5.2	gpt-5.2-2025-12-11	gpt-5-2	gpt-5-2-2025-12-11	gpt-5.2-chat	gpt-5.2-chat-latest	gpt-5-2-chat	gpt-5-2-chat-latest	gpt-5.2-codex	gpt-5-2-codex
openai	i21 o168|batch @2026-10-14 i10.5 o84	gpt-5.2-pro	gpt-5.2-pro-2025-12-11	gpt-5-2-pro-2025-12-11
openai	i1.75 r0.175 o14	gpt-5.3	gpt-5-3	gpt-5.3-chat	gpt-5.3-chat-latest	gpt-5-3-chat	gpt-5-3-chat-latest
openai	i1.75 r0.175 o14|priority @2026-10-12 i3.5 r0.35 o28|fast @2026-10-12 i3.5 r0.35 o28	gpt-5.3-codex	gpt-5-3-codex
openai	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5|flex @2026-10-12 i1.25>272000:2.5 r0.13>272000:0.25 o7.5>272000:11.25|priority @2026-10-12 i5 r0.5 o30|fast @2026-10-12 i5 r0.5 o30|batch @2026-10-14 i1.25>272000:2.5 r0.13>272000:0.25 o7.5>272000:11.25	gpt-5.4	gpt-5.4-2026-03-05	gpt-5-4	gpt-5-4-2026-03-05
openai	i8 r2 o15	gpt-5.4-image-2
openai	i0.75 r0.075 o4.5|flex @2026-10-12 i0.375 r0.0375 o2.25|priority @2026-10-12 i1.5 r0.15 o9|fast @2026-10-12 i1.5 r0.15 o9|batch @2026-10-14 i0.375 r0.0375 o2.25	gpt-5.4-mini	gpt-5.4-mini-2026-03-17	gpt-5-4-mini	gpt-5-4-mini-2026-03-17
openai	i0.2 r0.02 o1.25|flex @2026-10-12 i0.1 r0.01 o0.625|batch @2026-10-14 i0.1 r0.01 o0.625	gpt-5.4-nano	gpt-5.4-nano-2026-03-17	gpt-5-4-nano	gpt-5-4-nano-2026-03-17
openai	i30>272000:60 o180>272000:270|flex @2026-10-12 i15>272000:30 o90>272000:135|batch @2026-10-14 i15>272000:30 o90>272000:135	gpt-5.4-pro	gpt-5.4-pro-2026-03-05	gpt-5-4-pro	gpt-5-4-pro-2026-03-05
openai	i5>272000:10 r0.5>272000:1 o30>272000:45|flex @2026-10-12 i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5|priority @2026-10-12 i12.5 r1.25 o75|fast @2026-10-12 i12.5 r1.25 o75|batch @2026-10-14 i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5	gpt-5.5	gpt-5.5-2026-04-23	gpt-5.5-2026-04-24	gpt-5-5	gpt-5-5-2026-04-23	gpt-5-5-2026-04-24	gpt-5.5-chat	gpt-5.5-chat-latest	gpt-5-5-chat	gpt-5-5-chat-latest	gpt-5.5-codex	gpt-5-5-codex
openai	i12.5 o75;@2026-10-19 i12.5 r1.25 o75	gpt-5.5-cyber
openai	i12.5 r1.25 o75	gpt-5.5-cyber-preview
openai	i30>272000:60 o180>272000:270|flex @2026-10-12 i15 o90|batch @2026-10-14 i15 o90	gpt-5.5-pro	gpt-5.5-pro-2026-04-23	gpt-5-5-pro	gpt-5-5-pro-2026-04-23
openai	i12.5 r1.25 w15.625 o75	gpt-5.6-cyber
openai	i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9;@2026-07-30 i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8|flex @2026-10-12 i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.6>272000:0.9|priority @2026-10-12 i0.4>272000:0.8 r0.04>272000:0.08 w0.5>272000:1 o2.4>272000:3.6|fast @2026-10-12 i0.4>272000:0.8 r0.04>272000:0.08 w0.5>272000:1 o2.4>272000:3.6|batch @2026-10-14 i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.6>272000:0.9	gpt-5.6-luna	gpt-5-6-luna
openai	i5>272000:10 r0.5>272000:1 w6.25>272000:12.5 o30>272000:45;@2026-08-21 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30|flex @2026-10-12 i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15|priority @2026-10-12 i8>272000:16 r0.8>272000:1.6 w10>272000:20 o40>272000:60|fast @2026-10-12 i8>272000:16 r0.8>272000:1.6 w10>272000:20 o40>272000:60|batch @2026-10-14 i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	gpt-5.6-sol	gpt-5-6-sol	gpt-5.6	gpt-5-6
openai	i2.5>272000:5 r0.25>272000:0.5 w3.125>272000:6.25 o15>272000:22.5;@2026-07-30 i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18|flex @2026-10-12 i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9|priority @2026-10-12 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o24>272000:36|fast @2026-10-12 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o24>272000:36|batch @2026-10-14 i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9	gpt-5.6-terra	gpt-5-6-terra
openai	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75|flex @2026-10-12 i5>272000:10 r0.5>272000:1 w6.25>272000:12.5 o25>272000:37.5|priority @2026-10-12 i20>272000:40 r2>272000:4 w25>272000:50 o100>272000:150|fast @2026-10-12 i20>272000:40 r2>272000:4 w25>272000:50 o100>272000:150|batch @2026-10-14 i5>272000:10 r0.5>272000:1 w6.25>272000:12.5 o25>272000:37.5	gpt-6-astra
openai	i10 r1 o50	gpt-6-astra-law
openai	i20 r2 w25 o100	gpt-6-cyber
openai	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75|flex @2026-10-12 i0.05>272000:0.1 r0.005>272000:0.01 w0.0625>272000:0.125 o0.25>272000:0.375|priority @2026-10-12 i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1>272000:1.5|fast @2026-10-12 i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1>272000:1.5|batch @2026-10-14 i0.05>272000:0.1 r0.005>272000:0.01 w0.0625>272000:0.125 o0.25>272000:0.375	gpt-6-luna
openai	i15>272000:30 r1.5>272000:3 w18.75>272000:37.5 o75>272000:112.5	gpt-6-rosalind
openai	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15|flex @2026-10-12 i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o5>272000:7.5|priority @2026-10-12 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30|fast @2026-10-12 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30|batch @2026-10-14 i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o5>272000:7.5	gpt-6-sol
openai	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15|flex @2026-10-12 i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5|priority @2026-10-12 i4>272000:8 r0.2>272000:0.4 w5>272000:10 o20>272000:30|fast @2026-10-12 i4>272000:8 r0.2>272000:0.4 w5>272000:10 o20>272000:30|batch @2026-10-14 i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5	gpt-6.1-sol
openai	i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5|flex i0.5>272000:1 r0.025>272000:0.05 w0.625>272000:1.25 o2.5>272000:3.75|priority i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15|fast i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15|batch i0.5>272000:1 r0.025>272000:0.05 w0.625>272000:1.25 o2.5>272000:3.75	gpt-6.1-terra
openai	i2.5 o10 a32 A64	gpt-audio	gpt-audio-2025-08-28	gpt-audio-1.5
openai	i0.6 o2.4 a10 A20	gpt-audio-mini	gpt-audio-mini-2025-10-06	gpt-audio-mini-2025-12-15
openai	i5 r0.5 o30	gpt-chat-latest	chat-latest
openai	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	gpt-daybreak-blue-latest
openai	i12.5>272000:25 r1.25>272000:2.5 w15.625>272000:31.25 o75>272000:112.5	gpt-daybreak-red-latest
openai	i5 r1.25 o40|batch @2026-10-14 i2.5 r0.63 o20	gpt-image-1
openai	i2 r0.2 o8|batch @2026-10-14 i1 r0.1 o4	gpt-image-1-mini
openai	i5 r1.25 o30|batch @2026-10-14 i2.5 r0.625 o15	gpt-image-2	gpt-image-2-2026-04-21
openai	i5 r1.25 o30|batch @2026-10-14 i2.5 r0.625 o15	gpt-image-2.5-flare	gpt-image-2.5-flare-2026-09-08
openai	i5 r1.25 o30|batch @2026-10-14 i2.5 r0.625 o15	gpt-image-2.5-sunburst	gpt-image-2.5-sunburst-2026-09-08
openai	i0.039 o0.18	gpt-oss-120b
openai	i0.029 o0.14	gpt-oss-20b
openai	i0.075 r0.037 o0.3	gpt-oss-safeguard-20b
openai	i4 r0.4 o16 a32 A64	gpt-realtime	gpt-realtime-2025-08-28	gpt-realtime-1.5
openai	i4 r0.4 o24 a32 A64	gpt-realtime-2	gpt-realtime-2.1
openai	i0.6 r0.06 o2.4 a10 A20	gpt-realtime-mini	gpt-realtime-2.1-mini	gpt-realtime-mini-2025-12-15	gpt-realtime-mini-2025-10-06
openai	i5 r0.5 o25	gpt-rosalind-discovery
openai	i5 r0.5 o25	gpt-rosalind-research
openai	i15 r7.5 o60|batch @2026-10-14 i7.5 o30	o1	o1-2024-12-17
openai	i1.1 r0.55 o4.4	o1-mini	o1-mini-2024-09-12
openai	i15 r7.5 o60	o1-preview	o1-preview-2024-09-12
openai	i150 o600|batch @2026-10-14 i75 o300	o1-pro	o1-pro-2025-03-19
openai	i10 r0.5 o40;@2025-06-10 i2 r0.5 o8|flex @2026-10-12 i1 r0.25 o4|priority @2026-10-12 i3.5 r0.875 o14|fast @2026-10-12 i3.5 r0.875 o14|batch @2026-10-14 i1 o4	o3	o3-2025-04-16
openai	i10 r2.5 o40	o3-deep-research	o3-deep-research-2025-06-26
openai	i1.1 r0.55 o4.4|batch @2026-10-14 i0.55 o2.2	o3-mini	o3-mini-2025-01-31	o3-mini-high
openai	i20 o80|batch @2026-10-14 i10 o40	o3-pro	o3-pro-2025-06-10
openai	i1.1 r0.275 o4.4|flex @2026-10-12 i0.55 r0.138 o2.2|priority @2026-10-12 i2 r0.5 o8|fast @2026-10-12 i2 r0.5 o8|batch @2026-10-14 i0.55 o2.2	o4-mini	o4-mini-2025-04-16	o4-mini-high
openai	i2 r0.5 o8	o4-mini-deep-research	o4-mini-deep-research-2025-06-26
openai	i20 o20	text-davinci-002
openai	i20 o20	text-davinci-003
openai	i0.13	text-embedding-3-large
openai	i0.02	text-embedding-3-small
openai	i0.1	text-embedding-ada-002	text-embedding-ada	text-embedding-ada-002-v2
openai-decisions	i0.1>272000:0.2	gpt-6-luna
opencode_go	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	claude-haiku-5-5
opencode_go	i1.32 r0.044 o3.96	deepseek-v4-pro
opencode_go	i0.3 r0.006 o1.2	deepseek-v4.1-flash
opencode_go	i2 r0.1 o10	gemini-4-argon
opencode_go	i1.4 r0.26 o4.4	glm-5.2
opencode_go	i1.4 r0.26 o4.4	glm-5.3
opencode_go	i0.15 r0.03 o0.5	glm-5.3-flash
opencode_go	i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8	gpt-5.6-luna
opencode_go	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	gpt-6-luna
opencode_go	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.7
opencode_go	i0.14 r0.035 o0.58	hy3
opencode_go	i0.834 r0.042 o2.501	hy4-preview
opencode_go	i0.95 r0.19 o4	kimi-k2.7-code
opencode_go	i3 r0.3 w3 o15	kimi-k3
opencode_go	i2 r0.2 w2 o10	kimi-k3.1-pro
opencode_go	i0.3 r0.006 o1.2	longcat-2.0
opencode_go	i0.14 r0.0028 o0.28	mimo-v2.5
opencode_go	i0.435 r0.003625 o0.87	mimo-v2.5-pro
opencode_go	i0.14 r0.0028 o0.28	mimo-v2.6-flash
opencode_go	i0.435 r0.003625 o0.87	mimo-v2.6-pro
opencode_go	i0.3 r0.06 o1.2	minimax-m3
opencode_go	i0.15 r0.015 o0.6	minimax-m3.1-flash
opencode_go	i0.1 r0.002 o0.2	muse-spark-1.2-contributor
opencode_go	i0.1 r0.002 o0.2	muse-spark-1.3-contributor
opencode_go	i0.4>256000:1.2 r0.04>256000:0.12 w0.5>256000:1.5 o1.6>256000:4.8	qwen3.7-plus
opencode_go	i0.15 r0.016 w0.2 o0.47	qwen3.8-flash
opencode_go	i2 r0.25 w2.5 o6	qwen3.8-max
opencode_go	i1 r0.1 o2.7	step-5-preview
openinfer	i0.195 o1.56	@oi/GLM-5.3-Flash
openinfer	i0.195 o1.56	@oi/Qwen3.5-27B
openinfer	i5 o0.15	@oi/Qwen3.5-9B
openrouter	i3 o3	01-ai/yi-large
openrouter	i0.8 o1.2	aetherwiing/mn-starcannon-12b
openrouter	i2 o8	ai21/jamba-1-5-large
openrouter	i0.2 o0.4	ai21/jamba-1-5-mini
openrouter	i2 o8	ai21/jamba-1.6-large
openrouter	i0.2 o0.4	ai21/jamba-1.6-mini
openrouter	i0.5 o0.7	ai21/jamba-instruct
openrouter	i2 o8	ai21/jamba-large-1.7
openrouter	i4 o8	aion-labs/aion-1.0
openrouter	i0.7 o1.4	aion-labs/aion-1.0-mini
openrouter	i0.8 r0.2 o1.6	aion-labs/aion-2.0	aion-labs/aion-2.0-20260223
openrouter	i3 r0.75 o6	aion-labs/aion-3.0	aion-labs/aion-3.0-20260707
openrouter	i0.7 r0.18 o1.4	aion-labs/aion-3.0-mini	aion-labs/aion-3.0-mini-20260707
openrouter	i3 r0.75 o6	aion-labs/aion-3.5	aion-labs/aion-3.5-20260923
openrouter	i0.7 r0.18 o1.4	aion-labs/aion-3.5-mini	aion-labs/aion-3.5-mini-20260923
openrouter	i0.2 o0.2;@2026-10-19 i0.8 o1.6	aion-labs/aion-rp-llama-3.1-8b
openrouter	i0.8 o1.2	alfredpros/codellama-7b-instruct-solidity
openrouter	i2.6 o3.4	all-hands/openhands-lm-32b-v0.1
openrouter	i0.15 o0.5	allenai/olmo-3-32b-think
openrouter	i6.5625 o9.375	alpindale/goliath-120b
openrouter	i1.5 o2.25	alpindale/magnum-72b
openrouter	i0.3 o2.5	amazon/nova-2-lite-v1
openrouter	i0.06 o0.24	amazon/nova-lite-v1
openrouter	i0.035 o0.14	amazon/nova-micro-v1
openrouter	i2.5 r0.625 o12.5	amazon/nova-premier-v1
openrouter	i0.8 o3.2	amazon/nova-pro-v1
openrouter	i3 o3	anthracite-org/magnum-v2-72b
openrouter	i1.5 o2.25;@2026-10-19 i2.5 o5	anthracite-org/magnum-v4-72b
openrouter	i8 o24	anthropic/claude-2	anthropic/claude-2.0	anthropic/claude-2.0:beta	anthropic/claude-2.1	anthropic/claude-2.1:beta	anthropic/claude-2:beta
openrouter	i0.25 o1.25	anthropic/claude-3-haiku	anthropic/claude-3-haiku:beta
openrouter	i15 o75	anthropic/claude-3-opus	anthropic/claude-3-opus:beta
openrouter	i3 o15	anthropic/claude-3-sonnet	anthropic/claude-3-sonnet:beta
openrouter	i0.8 o4	anthropic/claude-3.5-haiku	anthropic/claude-3.5-haiku-20241022	anthropic/claude-3.5-haiku-20241022:beta	anthropic/claude-3.5-haiku:beta
openrouter	i3 o15	anthropic/claude-3.5-sonnet	anthropic/claude-3.5-sonnet-20240620	anthropic/claude-3.5-sonnet-20240620:beta	anthropic/claude-3.5-sonnet:beta
openrouter	i3 o15	anthropic/claude-3.7-sonnet	anthropic/claude-3.7-sonnet:beta	anthropic/claude-3.7-sonnet:thinking
openrouter	i10 r1 w12.5 o50	anthropic/claude-fable-5	anthropic/claude-fable-5:beta	anthropic/claude-5-fable-20260609
openrouter	i10 r0.25 w12.5 o50	anthropic/claude-fable-5.1	anthropic/claude-fable-5.1:beta	anthropic/claude-fable-5.1-20260831
openrouter	i5 r0.125 w6.25 o25	anthropic/claude-fable-5.1:batch
openrouter	i5 r0.5 w6.25 o25	anthropic/claude-fable-5:batch
openrouter	i1 r0.1 w1.25 o5	anthropic/claude-haiku-4.5	anthropic/claude-4.5-haiku-20251001	anthropic/claude-4.5-haiku-20251001:beta	anthropic/claude-haiku-4.5-20251001	anthropic/claude-haiku-4.5-20251001:beta	anthropic/claude-haiku-4.5:beta
openrouter	i0.5 r0.05 w0.625 o2.5	anthropic/claude-haiku-4.5:batch
openrouter	i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	anthropic/claude-haiku-5.5	anthropic/claude-haiku-5.5-20261007
openrouter	i0.05>100000:0.25 r0.005>100000:0.025 w0.0625>100000:0.3125 o0.25>100000:1.25	anthropic/claude-haiku-5.5:batch
openrouter	i15 r1.5 w18.75 o75	anthropic/claude-opus-4	anthropic/claude-opus-4.1	anthropic/claude-4.1-opus-20250805
openrouter	i7.5 r0.75 w9.375 o37.5	anthropic/claude-opus-4.1:batch
openrouter	i5 r0.5 w6.25 o25	anthropic/claude-opus-4.5	anthropic/claude-4.5-opus-20251124	anthropic/claude-4.5-opus-20251124:beta	anthropic/claude-opus-4.5-20251124	anthropic/claude-opus-4.5-20251124:beta	anthropic/claude-opus-4.5:beta
openrouter	i2.5 r0.25 w3.125 o12.5	anthropic/claude-opus-4.5:batch
openrouter	i5 r0.5 w6.25 o25	anthropic/claude-opus-4.6	anthropic/claude-4.6-opus-20260205	anthropic/claude-4.6-opus-20260205:beta	anthropic/claude-opus-4.6-20260205	anthropic/claude-opus-4.6-20260205:beta	anthropic/claude-opus-4.6:beta
openrouter	i30 r3 w37.5 o150	anthropic/claude-opus-4.6-fast
openrouter	i2.5 r0.25 w3.125 o12.5	anthropic/claude-opus-4.6:batch
openrouter	i5 r0.5 w6.25 o25	anthropic/claude-opus-4.7	anthropic/claude-opus-4.7:beta	anthropic/claude-4.7-opus-20260416
openrouter	i30 r3 w37.5 o150	anthropic/claude-opus-4.7-fast
openrouter	i2.5 r0.25 w3.125 o12.5	anthropic/claude-opus-4.7:batch
openrouter	i5 r0.5 w6.25 o25	anthropic/claude-opus-4.8	anthropic/claude-opus-4.8:beta	anthropic/claude-4.8-opus-20260528
openrouter	i10 r1 w12.5 o50	anthropic/claude-opus-4.8-fast
openrouter	i2.5 r0.25 w3.125 o12.5	anthropic/claude-opus-4.8:batch
openrouter	i5 r0.5 w6.25 o25	anthropic/claude-opus-5	anthropic/claude-opus-5:beta	anthropic/claude-opus-5-20260723
openrouter	i10 r1 w12.5 o50	anthropic/claude-opus-5-fast
openrouter	i4 r0.2 w5 o20	anthropic/claude-opus-5.5	anthropic/claude-opus-5.5:beta	anthropic/claude-opus-5.5-20260921
openrouter	i2 r0.1 w2.5 o10	anthropic/claude-opus-5.5:batch
openrouter	i2.5 r0.25 w3.125 o12.5	anthropic/claude-opus-5:batch
openrouter	i3 r0.3 w3.75 o15	anthropic/claude-sonnet-4
openrouter	i3>200000:6 r0.3>200000:0.6 w3.75>200000:7.5 o15>200000:22.5	anthropic/claude-sonnet-4.5	anthropic/claude-4.5-sonnet-20250929	anthropic/claude-4.5-sonnet-20250929:beta	anthropic/claude-sonnet-4.5-20250929	anthropic/claude-sonnet-4.5-20250929:beta	anthropic/claude-sonnet-4.5:beta
openrouter	i1.5>200000:3 r0.15>200000:0.3 w1.875>200000:3.75 o7.5>200000:11.25	anthropic/claude-sonnet-4.5:batch
openrouter	i3 r0.3 w3.75 o15	anthropic/claude-sonnet-4.6	anthropic/claude-4.6-sonnet-20260217	anthropic/claude-4.6-sonnet-20260217:beta	anthropic/claude-sonnet-4.6-20260217	anthropic/claude-sonnet-4.6-20260217:beta	anthropic/claude-sonnet-4.6:beta
openrouter	i1.5 r0.15 w1.875 o7.5	anthropic/claude-sonnet-4.6:batch
openrouter	i2 r0.2 w2.5 o10	anthropic/claude-sonnet-5	anthropic/claude-sonnet-5:beta	anthropic/claude-sonnet-5-20260630
openrouter	i2 r0.1 w2.5 o10	anthropic/claude-sonnet-5.5	anthropic/claude-sonnet-5.5:beta	anthropic/claude-sonnet-5.5-20260928
openrouter	i1 r0.05 w1.25 o5	anthropic/claude-sonnet-5.5:batch
openrouter	i1 r0.1 w1.25 o5	anthropic/claude-sonnet-5:batch
openrouter	i0.8 o1	anubis-pro-105b-v1
openrouter	i0.5 o0.8	arcee-ai/coder-large
openrouter	i0.22 r0.06 o0.85;@2026-10-19 i0.25 r0.06 o0.8	arcee-ai/trinity-large-thinking
openrouter	i0.045 o0.15	arcee-ai/trinity-mini
openrouter	i0.75 o1.2	arcee-ai/virtuoso-large
openrouter	i0.45 o0.75	arcee-blitz
openrouter	i0.42 o1.25	baidu/ernie-4.5-vl-424b-a47b
openrouter	i0.25 o2;@2026-10-19 i0.25>128000:0.5 o2>128000:4	bytedance-seed/seed-1.6	bytedance-seed/seed-1.6-20250625
openrouter	i0.075 o0.3;@2026-10-19 i0.075>128000:0.1 o0.3>128000:0.8	bytedance-seed/seed-1.6-flash	bytedance-seed/seed-1.6-flash-20250625
openrouter	i0.5 o2.5	bytedance-seed/seed-2-1-turbo	bytedance-seed/seed-2-1-turbo-20260810
openrouter	i0.5>128000:1 o3>128000:6	bytedance-seed/seed-2.0-code	bytedance-seed/seed-2.0-code-20260730
openrouter	i0.25 o2;@2026-10-19 i0.25>128000:0.5 o2>128000:4	bytedance-seed/seed-2.0-lite	bytedance-seed/seed-2.0-lite-20260309
openrouter	i0.1 o0.4;@2026-10-19 i0.1>128000:0.2 o0.4>128000:0.8	bytedance-seed/seed-2.0-mini	bytedance-seed/seed-2.0-mini-20260224
openrouter	i0.1 o0.2	bytedance/ui-tars-1.5-7b
openrouter	i0.55 o0.85	caller-large
openrouter	i5 o15	chatgpt-4o-latest
openrouter	i8 o24	claude-2	claude-2.0	claude-2.0:beta	claude-2.1	claude-2.1:beta	claude-2:beta
openrouter	i15 r1.5 w18.75 o75	claude-3-opus	claude-3-opus:beta
openrouter	i3 r0.3 w3.75 o15	claude-3-sonnet	claude-3-sonnet:beta
openrouter	i3 r0.3 w3.75 o15	claude-3.5-sonnet	claude-3.5-sonnet-20240620	claude-3.5-sonnet-20240620:beta	claude-3.5-sonnet:beta
openrouter	i3 r0.3 w3.75 o15	claude-3.7-sonnet	claude-3.7-sonnet:beta	claude-3.7-sonnet:thinking
openrouter	i0.24	cloudflare/clef
openrouter	i0.09	cloudflare/clef-flash
openrouter	i0.8 o1.2	codellama-7b-instruct-solidity
openrouter	i0.3 o0.9	codestral-2501
openrouter	i1.5 r0.375 o6	codex-mini
openrouter	i0.2 o0.9	cognitivecomputations/dolphin-mistral-24b-venice-edition	venice/uncensored
openrouter	i0.9 o0.9	cognitivecomputations/dolphin-mixtral-8x22b
openrouter	i0.5 o0.5	cognitivecomputations/dolphin-mixtral-8x7b
openrouter	i1 o2	cohere/command
openrouter	i2.5 o10	cohere/command-a	cohere/command-a-03-2025
openrouter	i0.3 r0.15 o1.5	cohere/command-a-plus	cohere/command-a-plus-05-2026
openrouter	i0.5 o1.5	cohere/command-r	cohere/command-r-03-2024
openrouter	i0.15 o0.6	cohere/command-r-08-2024
openrouter	i3 o15	cohere/command-r-plus	cohere/command-r-plus-04-2024
openrouter	i2.5 o10	cohere/command-r-plus-08-2024
openrouter	i0.0375 o0.15	cohere/command-r7b-12-2024
openrouter	i1 o2	command
openrouter	i0.5 o1.5	command-r	command-r-03-2024
openrouter	i3 o15	command-r-plus	command-r-plus-04-2024
openrouter	i1.25 o1.25	deepcogito/cogito-v2.1-671b
openrouter	i0.5 o2.18	deepseek-prover-v2
openrouter	i0.05 o0.1	deepseek-r1-0528-qwen3-8b
openrouter	i0.04 o0.04	deepseek-r1-distill-llama-8b
openrouter	i0.18 o0.18	deepseek-r1-distill-qwen-1.5b
openrouter	i0.15 o0.15	deepseek-r1-distill-qwen-14b
openrouter	i0.1 o0.2	deepseek-r1-distill-qwen-7b
openrouter	i0.38 o0.89;@2026-10-19 i0.32 o0.89;@2026-10-20 i0.2574 o1.0287	deepseek/deepseek-chat	deepseek/deepseek-chat-v3
openrouter	i0.3 o0.88;@2026-10-19 i0.29 r0.11 o1.14;@2026-11-03 i0.25 r0.11 o1	deepseek/deepseek-chat-v3-0324
openrouter	i0.21 r0.13 o0.79;@2026-10-19 i0.25 r0.13 o0.95;@2026-11-03 i0.55 o1.65;@2026-11-09 i0.27 o1	deepseek/deepseek-chat-v3.1
openrouter	i0.45 o2.15;@2026-10-19 i0.7 o2.5	deepseek/deepseek-r1
openrouter	i0.5 o2.15;@2026-10-19 i0.5 r0.35 o2.15	deepseek/deepseek-r1-0528
openrouter	i0.1 o0.4	deepseek/deepseek-r1-distill-llama-70b
openrouter	i0.04 o0.04	deepseek/deepseek-r1-distill-llama-8b
openrouter	i0.18 o0.18	deepseek/deepseek-r1-distill-qwen-1.5b
openrouter	i0.15 o0.15	deepseek/deepseek-r1-distill-qwen-14b
openrouter	i0.12 o0.18	deepseek/deepseek-r1-distill-qwen-32b
openrouter	i0.23 o0.9;@2026-10-19 i0.27 o1	deepseek/deepseek-v3.1-terminus
openrouter	i0.2288 o0.3432;@2026-10-19 i0.28 r0.028 o0.42;@2026-11-09 i0.26 r0.13 o0.38	deepseek/deepseek-v3.2	deepseek/deepseek-v3.2-20251201
openrouter	i0.27 o0.41	deepseek/deepseek-v3.2-exp
openrouter	i0.0983 r0.0197 o0.1966;@2026-10-19 i0.091 r0.0182 o0.182;@2026-11-03 i0.14 r0.03 o0.28;@2026-11-09 i0.105 r0.021 o0.21	deepseek/deepseek-v4-flash	deepseek/deepseek-v4-flash-20260423
openrouter	i0.15 r0.042 o0.15;@2026-10-20 i0.44 r0.014 o1.32;@2026-11-03 i0.14 r0.07 o0.28;@2026-11-09 i0.14 r0.05 o0.28	deepseek/deepseek-v4-flash-0731	deepseek/deepseek-v4-flash-20260731
openrouter	i0.048 r0.012 o0.144	deepseek/deepseek-v4-flash-0731:batch
openrouter	i0.2156 r0.00686 o0.6468	deepseek/deepseek-v4-flash-vision-exp	deepseek/deepseek-v4-flash-vision-exp-20260821
openrouter	i0.435 r0.003625 o0.87;@2026-10-19 i0.422472 r0.035206 o0.844944;@2026-10-20 i0.95526 r0.079605 o1.91052;@2026-11-03 i1.416 r0.118 o2.832	deepseek/deepseek-v4-pro	deepseek/deepseek-v4-pro-20260423
openrouter	i0.66 r0.022 o1.98	deepseek/deepseek-v4-pro-0813	deepseek/deepseek-v4-pro-20260813
openrouter	i0.0448 r0.0016 o0.08;@2026-10-19 i0.0344 r0.0016 o0.08;@2026-10-20 i0.0352 r0.0016 o0.0112;@2026-11-03 i0.21 r0.0042 o0.84	deepseek/deepseek-v4.1-flash	deepseek/deepseek-v4.1-flash-20260910
openrouter	i0.011 r0.002 o0.2	deepseek/deepseek-v4.1-flash-1017:batch
openrouter	i0.05 r0.004 o0.15;@2026-11-09 i0.011 r0.002 o0.2	deepseek/deepseek-v4.1-flash:batch
openrouter	i0.06 o0.12	devstral-small
openrouter	i0.2 o0.2	dobby-mini-unhinged-plus-llama-3.1-8b
openrouter	i0.9 o0.9	dolphin-mixtral-8x22b
openrouter	i0.8 o1.2	eleutherai/llemma_7b
openrouter	i0.6 r0.06 o3	elorian/glimpse	elorian/glimpse-20261016
openrouter	i0.15 o0.15	essentialai/rnj-1-instruct
openrouter	i4 o6	eva-llama-3.33-70b
openrouter	i2.6 o3.4	eva-qwen-2.5-32b
openrouter	i4 o6	eva-qwen-2.5-72b
openrouter	i4 o6	eva-unit-01/eva-llama-3.33-70b
openrouter	i2.6 o3.4	eva-unit-01/eva-qwen-2.5-32b
openrouter	i0.9 o1.2	eva-unit-01/eva-qwen-2.5-72b
openrouter	i0.8 o1.2	fimbulvetr-11b-v2
openrouter	i3 r0.3 o15	fireworks/ember-1	fireworks/ember-1-20260923
openrouter	i0.1 r0.025 w0.1833 o0.4	gemini-2.0-flash-001
openrouter	i0.075 o0.3	gemini-2.0-flash-lite-001
openrouter	i0.1 o0.4	gemini-2.5-flash-lite-preview-06-17
openrouter	i0.15 r0.0375 w0.2333 o0.6	gemini-2.5-flash-preview	gemini-2.5-flash-preview-05-20
openrouter	i0.15 r0.0375 w0.2333 o3.5	gemini-2.5-flash-preview-05-20:thinking
openrouter	i0.15 r0.0375 w0.2333 o3.5	gemini-2.5-flash-preview:thinking
openrouter	i0.075 r0.01875 w0.1583 o0.3	gemini-flash-1.5
openrouter	i0.0375 r0.01 w0.0583 o0.15	gemini-flash-1.5-8b
openrouter	i1.25 o5	gemini-pro-1.5
openrouter	i0.2 o0.2	gemma-2-9b-it
openrouter	i0.24 o0.24	glm-4-32b
openrouter	i1.2 r0.24 o4	glm-5v-turbo
openrouter	i0.24 o0.24	glm-z1-32b
openrouter	i0.24 o0.24	glm-z1-rumination-32b
openrouter	i10 o12.5	goliath-120b
openrouter	i0.1 o0.4	google/gemini-2.0-flash-001
openrouter	i0.075 o0.3	google/gemini-2.0-flash-lite-001
openrouter	i0.3 r0.075 w0.3833 o2.5;@2026-10-19 i0.3 r0.03 w0.083333 o2.5	google/gemini-2.5-flash
openrouter	i0.3 r0.03 w0.083333 o2.5	google/gemini-2.5-flash-image
openrouter	i0.1 r0.01 w0.083333 o0.4	google/gemini-2.5-flash-lite
openrouter	i0.1 o0.4	google/gemini-2.5-flash-lite-preview-09-2025
openrouter	i0.05 r0.01 w0.041667 o0.2	google/gemini-2.5-flash-lite:batch
openrouter	i0.15 o0.6	google/gemini-2.5-flash-preview
openrouter	i0.3 r0.075 w0.383 o2.5	google/gemini-2.5-flash-preview-09-2025
openrouter	i0.15 o3.5	google/gemini-2.5-flash-preview:thinking
openrouter	i0.15 r0.03 w0.041667 o1.25	google/gemini-2.5-flash:batch
openrouter	i1.25 r0.31 w1.625 o10;@2026-10-19 i1.25>200000:2.5 r0.125>200000:0.25 w0.375 o10>200000:15	google/gemini-2.5-pro	google/gemini-2.5-pro-preview	google/gemini-2.5-pro-preview-05-06
openrouter	i1.25 o10	google/gemini-2.5-pro-preview-03-25
openrouter	i0.625>200000:1.25 r0.125>200000:0.25 w0.1875 o5>200000:7.5	google/gemini-2.5-pro:batch
openrouter	i0.5 r0.05 w0.083333 o3	google/gemini-3-flash-preview	google/gemini-3-flash-preview-20251217
openrouter	i0.25 w0.041667 o1.5	google/gemini-3-flash-preview:batch
openrouter	i2 r0.2 w0.375 o12	google/gemini-3-pro-image	google/gemini-3-pro-image-20260528
openrouter	i2 r0.2 w0.375 o12	google/gemini-3-pro-image-preview	google/gemini-3-pro-image-preview-20251120
openrouter	i0.5 o3	google/gemini-3.1-flash-image	google/gemini-3.1-flash-image-20260528
openrouter	i0.5 o3	google/gemini-3.1-flash-image-preview	google/gemini-3.1-flash-image-preview-20260226
openrouter	i0.25 r0.025 w0.083333 o1.5	google/gemini-3.1-flash-lite	google/gemini-3.1-flash-lite-preview	google/gemini-3.1-flash-lite-20260507
openrouter	i0.25 o1.5	google/gemini-3.1-flash-lite-image	google/gemini-3.1-flash-lite-image-20260630
openrouter	i0.125 r0.0125 w0.041667 o0.75	google/gemini-3.1-flash-lite:batch
openrouter	i2 r0.2 w0.375 o12;@2026-10-19 i2>200000:4 r0.2>200000:0.4 w0.375 o12>200000:18	google/gemini-3.1-pro-preview	google/gemini-3.1-pro-preview-customtools	google/gemini-3.1-pro-preview-20260219
openrouter	i1>200000:2 w0.1875 o6>200000:9	google/gemini-3.1-pro-preview:batch
openrouter	i1.5 r0.15 w0.083333 o9	google/gemini-3.5-flash	google/gemini-3.5-flash-20260519
openrouter	i0.3 r0.03 w0.083333 o2.5	google/gemini-3.5-flash-lite	google/gemini-3.5-flash-lite-20260721
openrouter	i0.15 r0.015 w0.041667 o1.25	google/gemini-3.5-flash-lite:batch
openrouter	i0.75 r0.075 w0.041667 o4.5	google/gemini-3.5-flash:batch
openrouter	i0.75 r0.075 w0.041667 o3.75	google/gemini-3.6-flash	google/gemini-3.6-flash-20260721
openrouter	i0.375 r0.0375 w0.041667 o1.875	google/gemini-3.6-flash:batch
openrouter	i0.75 r0.075 w0.041667 o3.75	google/gemini-3.7-flash	google/gemini-3.7-flash-20260813
openrouter	i0.375 r0.0375 w0.041667 o1.875	google/gemini-3.7-flash:batch
openrouter	i0.75 r0.075 w0.041667 o3.75;@2026-10-19 i0.825 r0.0825 w0.041667 o4.125;@2026-11-03 i0.75 r0.075 w0.041667 o3.75	google/gemini-3.8-flash	google/gemini-3.8-flash-20260902
openrouter	i0.375 r0.0375 w0.041667 o1.875	google/gemini-3.8-flash:batch
openrouter	i2 r0.1 w0.1875 o10	google/gemini-4-argon	google/gemini-4-argon-20261013
openrouter	i1 r0.05 w0.1875 o5	google/gemini-4-argon:batch
openrouter	i0.075 o0.3	google/gemini-flash-1.5
openrouter	i0.0375 o0.15	google/gemini-flash-1.5-8b
openrouter	i1.5 o7.5	google/gemini-nano-banana-2.1	google/gemini-nano-banana-2.1-20261006
openrouter	i1.5 o9	google/gemini-omni-1.1-flash	google/gemini-omni-1.1-flash-20260911
openrouter	i1.5 o9	google/gemini-omni-1.2-flash	google/gemini-omni-1.2-flash-20261105
openrouter	i0.5 o1.5	google/gemini-pro	google/gemini-pro-vision
openrouter	i1.25 o5	google/gemini-pro-1.5
openrouter	i0.8 o0.8;@2026-10-19 i0.65 o0.65	google/gemma-2-27b-it
openrouter	i0.07 o0.07	google/gemma-2-9b-it
openrouter	i0.05 o0.1;@2026-10-19 i0.05 o0.15	google/gemma-3-12b-it
openrouter	i0.1 o0.2;@2026-10-19 i0.08 r0.04 o0.35	google/gemma-3-27b-it
openrouter	i0.02 o0.04;@2026-10-19 i0.05 o0.1;@2026-10-20 i0.04 r0.02 o0.05	google/gemma-3-4b-it
openrouter	i0.06 o0.12	google/gemma-3n-e4b-it
openrouter	i0.06 o0.33;@2026-10-19 i0.09 r0.05 o0.3;@2026-10-20 i0.0765 r0.0425 o0.255;@2026-11-03 i0.15 r0.0425 o0.6	google/gemma-4-26b-a4b-it	google/gemma-4-26b-a4b-it-20260403
openrouter	i0.12 r0.09 o0.36;@2026-08-27 i0.09 r0.05 o0.34;@2026-10-19 i0.2 r0.05 o0.4;@2026-11-03 i0.15 r0.06 o0.4	google/gemma-4-31b-it	google/gemma-4-31b-it-20260402
openrouter	i1 o2	google/palm-2-chat-bison	google/palm-2-chat-bison-32k
openrouter	i1 o2	google/palm-2-codechat-bison	google/palm-2-codechat-bison-32k
openrouter	i1 o2	gpt-3.5-turbo-1106
openrouter	i10 o30	gpt-4-1106-preview
openrouter	i75 r37.5 o150	gpt-4.5-preview
openrouter	i6 o18	gpt-4o:extended
openrouter	i2 o10	grok-2-1212
openrouter	i2 o10	grok-2-vision-1212
openrouter	i3 r0.75 o15	grok-3	grok-3-beta
openrouter	i0.3 r0.075 o0.5	grok-3-mini	grok-3-mini-beta
openrouter	i5 o15	grok-beta
openrouter	i5 o15	grok-vision-beta
openrouter	i0.065 o0.065;@2026-10-19 i0.08 o0.11	gryphe/mythomax-l2-13b
openrouter	i0.025 o0.04	hermes-2-pro-llama-3-8b
openrouter	i0.017 o0.112	ibm-granite/granite-4.0-h-micro
openrouter	i0.05 o0.1	ibm-granite/granite-4.1-8b
openrouter	i0.06 r0.015 o0.25;@2026-11-03 i0.06 r0.015 o0.15	ibm-granite/granite-4.2-8b	ibm-granite/granite-4.2-8b-20260831
openrouter	i0.25 r0.025 o0.75	inception/mercury-2	inception/mercury-2-20260304
openrouter	i0.04 r0.004 o0.15	inception/mercury-2.5	inception/mercury-2.5-20260908
openrouter	i0.1 r0.01 o0.35	inception/mercury-3	inception/mercury-3-20261019
openrouter	i0.075 r0.015 o0.625	inclusionai/ling-2.6-1t
openrouter	i0.01 r0.002 o0.03	inclusionai/ling-2.6-flash
openrouter	i0.021 r0.0042 o0.063	inclusionai/ling-3.0-flash	inclusionai/ling-3.0-flash-20260723
openrouter	i0.06 r0.012 o0.18	inclusionai/ling-3.0-flash-vl	inclusionai/ling-3.0-flash-vl-20260910
openrouter	i0.015 r0.003 o0.045	inclusionai/ling-3.0-tiny	inclusionai/ling-3.0-tiny-20260806
openrouter	i0.075 r0.015 o0.225;@2026-11-09 i0.045 r0.009 o0.135	inclusionai/ling-3.1-flash	inclusionai/ling-3.1-flash-20261002
openrouter	i0.075 r0.015 o0.625	inclusionai/ring-2.6-1t
openrouter	i0.05 o0.23	inference-net/schematron-v2-small	inference-net/schematron-v2-small-20260902
openrouter	i0.03 o0.15	inference-net/schematron-v2-turbo	inference-net/schematron-v2-turbo-20260902
openrouter	i0.8 o1.2	infermatic/mn-inferor-12b
openrouter	i2.5 o10	inflection/inflection-3-pi
openrouter	i2.5 o10	inflection/inflection-3-productivity
openrouter	i2 o8	jamba-1.6-large
openrouter	i0.2 o0.4	jamba-1.6-mini
openrouter	i0.5 o0.5	jondurbin/airoboros-l2-70b
openrouter	i0.3 r0.06 o1.2	kwaipilot/kat-coder-pro-v2
openrouter	i1.48 o1.48	l3-euryale-70b
openrouter	i0.8 o0.9	latitudegames/wayfarer-large-70b-llama-3.3
openrouter	i0.02 o0.02	lfm-3b
openrouter	i0.15 o0.15	lfm-40b
openrouter	i0.01 o0.01	lfm-7b
openrouter	i0.03 o0.12	liquid/lfm-2-24b-a2b
openrouter	i0.35 r0.04 o0.5	liquid/lfm-2.5-2.6b	liquid/lfm-2.5-2.6b-20260811
openrouter	i0.05 r0.025 o0.7	liquid/lfm-2.5-24b-a2b	liquid/lfm-2.5-24b-a2b-20261012
openrouter	i0.08 r0.02 o0.2	liquid/lfm-3-1.7b	liquid/lfm-3-1.7b-20261106
openrouter	i0.02 o0.02	liquid/lfm-3b
openrouter	i0.15 o0.15	liquid/lfm-40b
openrouter	i0.01 o0.01	liquid/lfm-7b
openrouter	i4 o6	llama-3-lumimaid-70b
openrouter	i0.2 o1.25	llama-3-lumimaid-8b
openrouter	i2 o2	llama-3.1-405b
openrouter	i0.8 o0.8	llama-3.1-405b-instruct
openrouter	i2.5 o3	llama-3.1-lumimaid-70b
openrouter	i0.2 o1.25	llama-3.1-lumimaid-8b
openrouter	i0.12 o0.3	llama-3.1-nemotron-70b-instruct
openrouter	i0.6 o1.8	llama-3.1-nemotron-ultra-253b-v1
openrouter	i1 o1	llama-3.1-sonar-large-128k-online
openrouter	i0.2 o0.2	llama-3.1-sonar-small-128k-online
openrouter	i1.2 o1.2	llama-3.2-90b-vision-instruct
openrouter	i0.13 o0.4	llama-3.3-nemotron-super-49b-v1
openrouter	i0.2 o0.2	llama-guard-2-8b
openrouter	i0.88 o0.88	llama3.1-typhoon2-70b-instruct
openrouter	i0.8 o1.2	llemma_7b
openrouter	i0.9 o3.3	maestro-reasoning
openrouter	i2 o5	magistral-medium-2506	magistral-medium-2506:thinking
openrouter	i0.5 o1.5	magistral-small-2506
openrouter	i4 o6	magnum-72b
openrouter	i3 o3	magnum-v2-72b
openrouter	i1.125 o1.125;@2026-10-19 i0.4 o0.75	mancer/weaver
openrouter	i0.3 r0.006 o1.2	meituan/longcat-2.0	meituan/longcat-2.0-20260720
openrouter	i0.25 o1	mercury-coder-small-beta
openrouter	i0.22 o0.22	meta-llama/llama-2-13b-chat
openrouter	i0.9 o0.9	meta-llama/llama-2-70b-chat
openrouter	i0.3 o0.4	meta-llama/llama-3-70b-instruct
openrouter	i0.03 o0.06	meta-llama/llama-3-8b-instruct
openrouter	i2 o2	meta-llama/llama-3.1-405b
openrouter	i0.8 o0.8	meta-llama/llama-3.1-405b-instruct
openrouter	i0.1 o0.28;@2026-10-19 i0.4 o0.4;@2026-11-03 i0.72 o0.72	meta-llama/llama-3.1-70b-instruct
openrouter	i0.02 o0.03;@2026-10-19 i0.05 r0.025 o0.08	meta-llama/llama-3.1-8b-instruct
openrouter	i0.049 o0.049	meta-llama/llama-3.2-11b-vision-instruct
openrouter	i0.005 o0.01;@2026-10-19 i0.027 o0.201	meta-llama/llama-3.2-1b-instruct
openrouter	i0.01 o0.02;@2026-10-19 i0.0509 o0.335	meta-llama/llama-3.2-3b-instruct
openrouter	i0.9 o0.9	meta-llama/llama-3.2-90b-vision-instruct
openrouter	i0.05 o0.24;@2026-10-19 i0.1 o0.32;@2026-11-03 i0.45 o0.9;@2026-11-09 i0.59 r0.295 o0.79	meta-llama/llama-3.3-70b-instruct
openrouter	i0.15 o0.6;@2026-10-19 i0.1875 r0.05 o0.6525;@2026-11-03 i0.35 r0.17 o1	meta-llama/llama-4-maverick	meta-llama/llama-4-maverick-17b-128e-instruct
openrouter	i0.08 o0.3;@2026-10-19 i0.1 o0.3	meta-llama/llama-4-scout	meta-llama/llama-4-scout-17b-16e-instruct
openrouter	i0.2 o0.2	meta-llama/llama-guard-2-8b
openrouter	i0.02 o0.06	meta-llama/llama-guard-3-8b
openrouter	i0.05 o0.05;@2026-10-19 i0.18 o0.18	meta-llama/llama-guard-4-12b
openrouter	i0.3 r0.04 o1.2	meta/muse-glimmer-30b	meta/muse-glimmer-30b-20260810
openrouter	i0.24 r0.032 o0.96	meta/muse-glimmer-30b:batch
openrouter	i1.25 r0.15 o4.25	meta/muse-spark-1.1	meta/muse-spark-1.1-20260709
openrouter	i1.25 r0.15 o4.25	meta/muse-spark-1.2	meta/muse-spark-1.2-20260805
openrouter	i0.1 r0.002 o0.2	meta/muse-spark-1.2-contributor	meta/muse-spark-1.2-contributor-20260805
openrouter	i1.25 r0.15 o4.25	meta/muse-spark-1.3	meta/muse-spark-1.3-20260902
openrouter	i0.1 r0.002 o0.2	meta/muse-spark-1.3-contributor	meta/muse-spark-1.3-contributor-20260902
openrouter	i1.25 r0.15 o4.25	meta/muse-spark-open	meta/muse-spark-open-20261015
openrouter	i4 r0.2 o20	meta/muse-wonder	meta/muse-wonder-20261012
openrouter	i1 o1	microsoft/phi-3-medium-128k-instruct
openrouter	i0.1 o0.1	microsoft/phi-3-mini-128k-instruct
openrouter	i0.1 o0.1	microsoft/phi-3.5-mini-128k-instruct
openrouter	i0.07 o0.14	microsoft/phi-4
openrouter	i0.08 o0.35	microsoft/phi-4-mini-instruct
openrouter	i0.05 o0.1	microsoft/phi-4-multimodal-instruct
openrouter	i0.07 o0.07	microsoft/wizardlm-2-7b
openrouter	i0.5 o0.5;@2026-10-19 i0.62 o0.62	microsoft/wizardlm-2-8x22b
openrouter	i0.8 o0.8	midnight-rose-70b
openrouter	i0.55 o2.2	minimax-m1:extended
openrouter	i0.2 o1.1	minimax/minimax-01
openrouter	i0.3 o1.65;@2026-10-19 i0.55 o2.2;@2026-11-03 i0.4 o2.2;@2026-11-09 i0.55 o2.2	minimax/minimax-m1
openrouter	i0.255 r0.03 o1;@2026-10-19 i0.255 r0.03 o1.02	minimax/minimax-m2
openrouter	i0.3 r0.03 o1.2	minimax/minimax-m2-her	minimax/minimax-m2-her-20260123
openrouter	i0.29 r0.03 o0.95;@2026-10-19 i0.3 r0.03 o1.2	minimax/minimax-m2.1
openrouter	i0.15 r0.05 o0.9;@2026-10-19 i0.27 r0.03 o0.95;@2026-11-03 i0.3 r0.03 o1.2;@2026-11-09 i0.295 r0.06 o1.2	minimax/minimax-m2.5	minimax/minimax-m2.5-20260211
openrouter	i0.27 r0.054 o1.08;@2026-10-19 i0.3 r0.06 o1.2;@2026-11-09 i0.27 r0.054 o1.08	minimax/minimax-m2.7	minimax/minimax-m2.7-20260318
openrouter	i0.3 r0.06 o1.2	minimax/minimax-m3	minimax/minimax-m3-20260531
openrouter	i0.224 r0.0448 o0.88	minimax/minimax-m3:batch
openrouter	i0.04 o0.04	ministral-3b
openrouter	i0.1 o0.1	ministral-8b
openrouter	i0.028 o0.054	mistral-7b-instruct	mistral-7b-instruct-v0.3
openrouter	i0.11 o0.19	mistral-7b-instruct-v0.1
openrouter	i0.2 o0.2	mistral-7b-instruct-v0.2
openrouter	i2.75 o8.1	mistral-medium
openrouter	i0.2 o0.6	mistral-small
openrouter	i0.25 o0.25	mistral-tiny
openrouter	i0.1 o0.1	mistral/ministral-8b
openrouter	i0.3 o0.9	mistralai/codestral-2501
openrouter	i0.3 r0.03 o0.9	mistralai/codestral-2508
openrouter	i0.15 r0.015 o0.45	mistralai/codestral-2508:batch
openrouter	i0.25 o0.25	mistralai/codestral-mamba
openrouter	i0.4 r0.04 o2	mistralai/devstral-2512
openrouter	i0.2 r0.02 o0.2	mistralai/ministral-14b-2512
openrouter	i0.04 o0.04	mistralai/ministral-3b
openrouter	i0.1 r0.01 o0.1	mistralai/ministral-3b-2512
openrouter	i0.1 o0.1	mistralai/ministral-8b
openrouter	i0.15 r0.015 o0.15	mistralai/ministral-8b-2512
openrouter	i0.075 r0.0075 o0.075	mistralai/ministral-8b-2512:batch
openrouter	i0.029 o0.059	mistralai/mistral-7b-instruct	mistralai/mistral-7b-instruct-v0.3
openrouter	i0.2 o0.2	mistralai/mistral-7b-instruct-v0.1
openrouter	i0.2 o0.2	mistralai/mistral-7b-instruct-v0.2
openrouter	i2 o6;@2026-10-19 i2 r0.2 o6	mistralai/mistral-large	mistralai/mistral-large-2407	mistral-large-2411
openrouter	i0.5 r0.05 o1.5	mistralai/mistral-large-2512
openrouter	i0.25 r0.025 o0.75	mistralai/mistral-large-2512:batch
openrouter	i0.68 r0.07 o2.09;@2026-11-03 i0.7 r0.07 o2.1	mistralai/mistral-large-4-0	mistralai/mistral-large-4-0-20261006
openrouter	i2.75 o8.1	mistralai/mistral-medium
openrouter	i0.4 o2;@2026-10-19 i0.4 r0.04 o2	mistralai/mistral-medium-3
openrouter	i1.5 o7.5	mistralai/mistral-medium-3-5	mistralai/mistral-medium-3.5-20260430
openrouter	i0.75 o3.75	mistralai/mistral-medium-3-5:batch
openrouter	i0.4 r0.04 o2	mistralai/mistral-medium-3.1
openrouter	i0.2 r0.02 o1	mistralai/mistral-medium-3.1:batch
openrouter	i0.01 o0.019;@2026-10-19 i0.029 o0.03;@2026-11-03 i0.15 r0.015 o0.15	mistralai/mistral-nemo
openrouter	i0.2 o0.6;@2026-10-19 i0.2 r0.02 o0.6	mistralai/mistral-saba	mistralai/mistral-saba-2502
openrouter	i0.2 o0.6	mistralai/mistral-small
openrouter	i0.05 o0.09;@2026-10-19 i0.05 o0.08	mistralai/mistral-small-24b-instruct-2501
openrouter	i0.15 r0.015 o0.6	mistralai/mistral-small-2603
openrouter	i0.075 r0.0075 o0.3	mistralai/mistral-small-2603:batch
openrouter	i0.05 o0.15;@2026-10-19 i0.351 o0.555	mistralai/mistral-small-3.1-24b-instruct	mistralai/mistral-small-3.1-24b-instruct-2503
openrouter	i0.075 o0.2;@2026-10-19 i0.09375 o0.25;@2026-11-03 i0.1 r0.01 o0.3	mistralai/mistral-small-3.2-24b-instruct	mistralai/mistral-small-3.2-24b-instruct-2506
openrouter	i0.25 o0.25	mistralai/mistral-tiny
openrouter	i0.9 o0.9;@2026-10-19 i2 r0.2 o6	mistralai/mixtral-8x22b-instruct
openrouter	i0.24 o0.24	mistralai/mixtral-8x7b-instruct
openrouter	i0.1 o0.1	mistralai/pixtral-12b
openrouter	i2 o6	mistralai/pixtral-large-2411
openrouter	i0.1 r0.01 o0.3	mistralai/voxtral-small-24b-2507
openrouter	i0.08 o0.24	mixtral-8x7b-instruct
openrouter	i0.8 o1.2	mn-celeste-12b
openrouter	i0.8 o1.2	mn-inferor-12b
openrouter	i0.8 o1.2	mn-starcannon-12b
openrouter	i0.3 o2.5	moondream/moondream3-preview	moondream/moondream3-preview-20261013
openrouter	i0.3 o2.5	moondream/moondream3.1-9b-a2b	moondream/moondream3.1-9b-a2b-20261013
openrouter	i0.57 o2.3	moonshotai/kimi-k2
openrouter	i0.6 o2.5	moonshotai/kimi-k2-0905
openrouter	i0.6 o2.5;@2026-10-19 i0.6 r0.15 o2.5	moonshotai/kimi-k2-thinking	moonshotai/kimi-k2-thinking-20251106
openrouter	i0.4 r0.09 o1.9;@2026-10-19 i0.5 r0.15 o2.5;@2026-11-03 i0.532 r0.209 o3.325	moonshotai/kimi-k2.5	moonshotai/kimi-k2.5-0127
openrouter	i0.68 r0.34 o3.41;@2026-10-19 i0.65 r0.15 o3.41;@2026-11-03 i0.95 r0.16 o4	moonshotai/kimi-k2.6	moonshotai/kimi-k2.6-20260420
openrouter	i0.75 r0.16 o3.5;@2026-10-19 i0.6712 r0.18 o3.35;@2026-11-03 i0.95 r0.19 o4	moonshotai/kimi-k2.7-code	moonshotai/kimi-k2.7-code-20260612
openrouter	i3 r0.3 o15;@2026-10-19 i0.239 r0.21 o11.936;@2026-11-03 i3 r0.3 o15	moonshotai/kimi-k3	moonshotai/kimi-k3-20260715
openrouter	i2 r0.2 o10	moonshotai/kimi-k3.1-pro	moonshotai/kimi-k3.1-pro-20261023
openrouter	i2.28 r0.228 o11.4;@2026-11-09 i0.917 r0.226 o6	moonshotai/kimi-k3:batch
openrouter	i0.8 o1.2	morph/morph-v3-fast
openrouter	i0.4 o0.6	morph/morph-v3-fast:batch
openrouter	i0.9 o1.9	morph/morph-v3-large
openrouter	i0.45 o0.95	morph/morph-v3-large:batch
openrouter	i0.8 o1.2	mythalion-13b
openrouter	i3.375 o4.5	neversleep/llama-3-lumimaid-70b
openrouter	i0.09375 o0.75	neversleep/llama-3-lumimaid-8b	neversleep/llama-3-lumimaid-8b:extended
openrouter	i1.5 o2.25	neversleep/llama-3.1-lumimaid-70b
openrouter	i0.09375 o0.75	neversleep/llama-3.1-lumimaid-8b
openrouter	i0.75 o1.5	neversleep/noromaid-20b
openrouter	i0.025 r0.0025 o0.1	nex-agi/nex-n2.5-mini	nex-agi/nex-n2.5-mini-20260908
openrouter	i0.075 r0.015 o0.25	nex-agi/nex-n2.5-pro	nex-agi/nex-n2.5-pro-20260907
openrouter	i1.25 o2	noromaid-20b
openrouter	i0.8 o1.2	nothingiisreal/mn-celeste-12b
openrouter	i0.6 o0.6	nous-hermes-2-mixtral-8x7b-dpo
openrouter	i0.025 o0.04	nousresearch/hermes-2-pro-llama-3-8b
openrouter	i0.7 o0.8;@2026-10-19 i1 o1	nousresearch/hermes-3-llama-3.1-405b
openrouter	i0.12 o0.3;@2026-10-19 i0.7 o0.7	nousresearch/hermes-3-llama-3.1-70b
openrouter	i1 o3;@2026-11-03 i1 r0.2 o3	nousresearch/hermes-4-405b
openrouter	i0.13 o0.4	nousresearch/hermes-4-70b
openrouter	i0.6 o0.6	nousresearch/nous-hermes-2-mixtral-8x7b-dpo
openrouter	i0.18 o0.18	nousresearch/nous-hermes-llama2-13b
openrouter	i0.12 o0.3	nvidia/llama-3.1-nemotron-70b-instruct
openrouter	i0.4 o0.4	nvidia/llama-3.3-nemotron-super-49b-v1.5
openrouter	i0.05 o0.2;@2026-10-19 i0.06 o0.24;@2026-11-03 i0.06 r0.012 o0.24	nvidia/nemotron-3-nano-30b-a3b
openrouter	i0.09 o0.45;@2026-10-19 i0.08 o0.45;@2026-11-03 i0.085 o0.4;@2026-11-09 i0.08 o0.45	nvidia/nemotron-3-super-120b-a12b	nvidia/nemotron-3-super-120b-a12b-20230311
openrouter	i0.5 r0.15 o2.5;@2026-10-19 i0.6 r0.12 o2.4	nvidia/nemotron-3-ultra-550b-a55b	nvidia/nemotron-3-ultra-550b-a55b-20260604
openrouter	i0.2 o0.2	nvidia/nemotron-3.5-content-safety	nvidia/nemotron-3.5-content-safety-20260604
openrouter	i0.07 r0.04 o0.2;@2026-11-03 i0.05 r0.01 o0.2	nvidia/nemotron-3.5-lightning	nvidia/nemotron-3.5-lightning-20260807
openrouter	i0.1 r0.08 o0.4;@2026-10-20 i0.15 r0.02 o0.5	nvidia/nemotron-3.5-super-vl	nvidia/nemotron-3.5-super-vl-20261015
openrouter	i0.04 o0.16	nvidia/nemotron-nano-9b-v2
openrouter	i1.1 r0.55 o4.4	o1-mini	o1-mini-2024-09-12
openrouter	i5 o15	openai/chatgpt-4o-latest
openrouter	i1.5 r0.375 o6	openai/codex-mini
openrouter	i0.5 o1.5	openai/gpt-3.5-turbo	gpt-3.5-turbo-0125
openrouter	i1 o2	openai/gpt-3.5-turbo-0613
openrouter	i1 o2	openai/gpt-3.5-turbo-1106
openrouter	i3 o4	openai/gpt-3.5-turbo-16k
openrouter	i1.5 o2	openai/gpt-3.5-turbo-instruct
openrouter	i0.25 o0.75	openai/gpt-3.5-turbo:batch
openrouter	i30 o60	openai/gpt-4	gpt-4-0314
openrouter	i10 o30	openai/gpt-4-1106-preview
openrouter	i60 o120	openai/gpt-4-32k	openai/gpt-4-32k-0314
openrouter	i10 o30	openai/gpt-4-turbo	openai/gpt-4-turbo-preview
openrouter	i5 o15	openai/gpt-4-turbo:batch
openrouter	i2 r0.5 o8	openai/gpt-4.1	openai/gpt-4.1-2025-04-14
openrouter	i0.4 r0.1 o1.6	openai/gpt-4.1-mini	openai/gpt-4.1-mini-2025-04-14
openrouter	i0.2 r0.05 o0.8	openai/gpt-4.1-mini:batch
openrouter	i0.1 r0.025 o0.4;@2026-11-03 i0.1 r0.03 o0.4	openai/gpt-4.1-nano	openai/gpt-4.1-nano-2025-04-14
openrouter	i0.05 r0.0125 o0.2	openai/gpt-4.1-nano:batch
openrouter	i1 r0.25 o4	openai/gpt-4.1:batch
openrouter	i75 o150	openai/gpt-4.5-preview
openrouter	i2.5 o10;@2026-10-19 i2.5 r1.25 o10	openai/gpt-4o	openai/gpt-4o-2024-08-06	openai/gpt-4o-2024-11-20	openai/gpt-4o-audio-preview
openrouter	i5 o15	openai/gpt-4o-2024-05-13
openrouter	i0.15 r0.075 o0.6	openai/gpt-4o-mini	openai/gpt-4o-mini-2024-07-18
openrouter	i0.15 o0.6	openai/gpt-4o-mini-search-preview
openrouter	i0.075 r0.0375 o0.3	openai/gpt-4o-mini:batch
openrouter	i2.5 o10	openai/gpt-4o-search-preview
openrouter	i1.25 r0.625 o5	openai/gpt-4o:batch
openrouter	i6 o18	openai/gpt-4o:extended
openrouter	i1.25 r0.125 o10	openai/gpt-5	openai/gpt-5-2025-08-07	openai/gpt-5-chat	openai/gpt-5-codex	openai/gpt-5.1-codex-max
openrouter	i10 r1.25 o10	openai/gpt-5-image
openrouter	i2.5 r0.25 o2	openai/gpt-5-image-mini
openrouter	i0.25 r0.025 o2	openai/gpt-5-mini	openai/gpt-5-mini-2025-08-07
openrouter	i0.125 r0.0125 o1	openai/gpt-5-mini:batch
openrouter	i0.05 r0.01 o0.4;@2026-10-19 i0.05 r0.005 o0.4	openai/gpt-5-nano	openai/gpt-5-nano-2025-08-07
openrouter	i0.025 r0.0025 o0.2	openai/gpt-5-nano:batch
openrouter	i15 o120	openai/gpt-5-pro	openai/gpt-5-pro-2025-10-06
openrouter	i7.5 o60	openai/gpt-5-pro:batch
openrouter	i1.25 r0.13 o10;@2026-10-19 i1.25 r0.125 o10	openai/gpt-5.1	openai/gpt-5.1-chat	openai/gpt-5.1-codex	openai/gpt-5.1-20251113
openrouter	i0.25 r0.025 o2;@2026-10-19 i0.25 r0.03 o2	openai/gpt-5.1-codex-mini	openai/gpt-5.1-codex-mini-20251113
openrouter	i0.625 r0.0625 o5	openai/gpt-5.1:batch
openrouter	i1.75 r0.175 o14	openai/gpt-5.2	openai/gpt-5.2-20251211	openai/gpt-5.2-chat	openai/gpt-5.2-codex
openrouter	i21 o168	openai/gpt-5.2-pro	openai/gpt-5.2-pro-20251211
openrouter	i10.5 o84	openai/gpt-5.2-pro:batch
openrouter	i0.875 r0.0875 o7	openai/gpt-5.2:batch
openrouter	i1.75 r0.175 o14	openai/gpt-5.3-chat
openrouter	i1.75 r0.175 o14	openai/gpt-5.3-codex	openai/gpt-5.3-codex-20260224
openrouter	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5	openai/gpt-5.4	openai/gpt-5.4-20260305
openrouter	i8 r2 o15	openai/gpt-5.4-image-2	openai/gpt-5.4-image-2-20260421
openrouter	i0.75 r0.075 o4.5	openai/gpt-5.4-mini	openai/gpt-5.4-mini-20260317
openrouter	i0.375 r0.0375 o2.25	openai/gpt-5.4-mini:batch
openrouter	i0.2 r0.02 o1.25	openai/gpt-5.4-nano	openai/gpt-5.4-nano-20260317
openrouter	i0.1 r0.01 o0.625	openai/gpt-5.4-nano:batch
openrouter	i30>272000:60 o180>272000:270	openai/gpt-5.4-pro	openai/gpt-5.4-pro-20260305
openrouter	i15>272000:30 o90>272000:135	openai/gpt-5.4-pro:batch
openrouter	i1.25>272000:2.5 r0.125>272000:0.25 o7.5>272000:11.25	openai/gpt-5.4:batch
openrouter	i5>272000:10 r0.5>272000:1 o30>272000:45	openai/gpt-5.5	openai/gpt-5.5-20260423
openrouter	i30>272000:60 o180>272000:270	openai/gpt-5.5-pro	openai/gpt-5.5-pro-20260423
openrouter	i15>272000:30 o90>272000:135	openai/gpt-5.5-pro:batch
openrouter	i2.5>272000:5 r0.25>272000:0.5 o15>272000:22.5	openai/gpt-5.5:batch
openrouter	i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8	openai/gpt-5.6-luna	openai/gpt-5.6-luna-20260709
openrouter	i0.2>272000:0.4 r0.02>272000:0.04 w0.25>272000:0.5 o1.2>272000:1.8	openai/gpt-5.6-luna-pro	openai/gpt-5.6-luna-pro-20260709
openrouter	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.6>272000:0.9	openai/gpt-5.6-luna-pro:batch
openrouter	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.6>272000:0.9	openai/gpt-5.6-luna:batch
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15;@2026-10-19 i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	openai/gpt-5.6-sol	openai/gpt-5.6-sol-20260709
openrouter	i4>272000:8 r0.4>272000:0.8 w5>272000:10 o20>272000:30	openai/gpt-5.6-sol-pro	openai/gpt-5.6-sol-pro-20260709
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	openai/gpt-5.6-sol-pro:batch
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	openai/gpt-5.6-sol:batch
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18	openai/gpt-5.6-terra	openai/gpt-5.6-terra-20260709
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18	openai/gpt-5.6-terra-pro	openai/gpt-5.6-terra-pro-20260709
openrouter	i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9	openai/gpt-5.6-terra-pro:batch
openrouter	i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o6>272000:9	openai/gpt-5.6-terra:batch
openrouter	i0.625 r0.0625 o5	openai/gpt-5:batch
openrouter	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75	openai/gpt-6-astra	openai/gpt-6-astra-20260903	openai/gpt-6-astra-pro	openai/gpt-6-astra-pro-20260903
openrouter	i5>272000:10 r0.5>272000:1 w6.25>272000:12.5 o25>272000:37.5	openai/gpt-6-astra-pro:batch
openrouter	i5>272000:10 r0.5>272000:1 w6.25>272000:12.5 o25>272000:37.5	openai/gpt-6-astra:batch
openrouter	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	openai/gpt-6-luna	openai/gpt-6-luna-pro	openai/gpt-6-luna-20260922
openrouter	i0.05>272000:0.1 r0.005>272000:0.01 w0.0625>272000:0.125 o0.25>272000:0.375	openai/gpt-6-luna:batch	openai/gpt-6-luna-pro:batch
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o10>272000:15	openai/gpt-6-sol	openai/gpt-6-sol-pro	openai/gpt-6-sol-20260922
openrouter	i1>272000:2 r0.1>272000:0.2 w1.25>272000:2.5 o5>272000:7.5	openai/gpt-6-sol:batch	openai/gpt-6-sol-pro:batch
openrouter	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15	openai/gpt-6.1-sol	openai/gpt-6.1-sol-pro	openai/gpt-6.1-sol-20260929
openrouter	i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5	openai/gpt-6.1-sol:batch	openai/gpt-6.1-sol-pro:batch
openrouter	i1>272000:2 r0.05>272000:0.1 w1.25>272000:2.5 o5>272000:7.5	openai/gpt-6.1-terra	openai/gpt-6.1-terra-20261026	openai/gpt-6.1-terra-pro	openai/gpt-6.1-terra-pro-20261026
openrouter	i0.5>272000:1 r0.025>272000:0.05 w0.625>272000:1.25 o2.5>272000:3.75	openai/gpt-6.1-terra-pro:batch
openrouter	i0.5>272000:1 r0.025>272000:0.05 w0.625>272000:1.25 o2.5>272000:3.75	openai/gpt-6.1-terra:batch
openrouter	i2.5 o10	openai/gpt-audio
openrouter	i0.6 o2.4	openai/gpt-audio-mini
openrouter	i5 r0.5 o30	openai/gpt-chat-latest	openai/gpt-chat-latest-20260505
openrouter	i0.039 o0.18;@2026-10-19 i0.15 r0.075 o0.6;@2026-11-03 i0.1 o0.5	openai/gpt-oss-120b
openrouter	i0.0296 o0.136	openai/gpt-oss-120b:batch
openrouter	i0.029 o0.14;@2026-10-19 i0.018 r0.009 o0.09;@2026-11-03 i0.03 r0.009 o0.14	openai/gpt-oss-20b
openrouter	i0.024 o0.112	openai/gpt-oss-20b:batch
openrouter	i0.075 r0.037 o0.3;@2026-10-19 i0.075 r0.0375 o0.3	openai/gpt-oss-safeguard-20b
openrouter	i15 r7.5 o60	openai/o1	o1-preview	o1-preview-2024-09-12	openai/o1-2024-12-17
openrouter	i1.1 o4.4	openai/o1-mini	openai/o1-mini-2024-09-12
openrouter	i150 o600	openai/o1-pro
openrouter	i2 r0.5 o8	openai/o3	openai/o3-2025-04-16
openrouter	i10 r2.5 o40	openai/o3-deep-research
openrouter	i1.1 r0.55 o4.4	openai/o3-mini	openai/o3-mini-high	openai/o3-mini-2025-01-31
openrouter	i0.55 r0.275 o2.2	openai/o3-mini:batch
openrouter	i20 o80	openai/o3-pro	openai/o3-pro-2025-06-10
openrouter	i1 r0.25 o4	openai/o3:batch
openrouter	i1.1 r0.275 o4.4	openai/o4-mini	openai/o4-mini-high	openai/o4-mini-2025-04-16
openrouter	i2 r0.5 o8	openai/o4-mini-deep-research
openrouter	i0.55 r0.1375 o2.2	openai/o4-mini:batch
openrouter	i0.07 o0.07	openchat/openchat-7b
openrouter	i2.6 o3.4	openhands-lm-32b-v0.1
openrouter	i0.05 r0.003 o0.5	particle-ai/particle-1	particle-ai/particle-1-20261027
openrouter	i0.15 o1.5	perceptron/perceptron-mk1	perceptron/perceptron-mk1-20260512
openrouter	i0.15 o1.5	perceptron/perceptron-mk1.5	perceptron/perceptron-mk1.5-20260925
openrouter	i1 o1	perplexity/llama-3.1-sonar-large-128k-online
openrouter	i0.2 o0.2	perplexity/llama-3.1-sonar-small-128k-online
openrouter	i0.04	perplexity/pplx-decider-v1-27b
openrouter	i0.02	perplexity/pplx-decider-v1.1-27b
openrouter	i2 o8	perplexity/r1-1776
openrouter	i1 o1	perplexity/sonar
openrouter	i2 o8 t3	perplexity/sonar-deep-research
openrouter	i3 o15	perplexity/sonar-pro
openrouter	i3 o15	perplexity/sonar-pro-search
openrouter	i1 o5	perplexity/sonar-reasoning
openrouter	i2 o8	perplexity/sonar-reasoning-pro
openrouter	i1 o1	phi-3-medium-128k-instruct
openrouter	i0.1 o0.1	phi-3-mini-128k-instruct
openrouter	i0.1 o0.1	phi-3.5-mini-128k-instruct
openrouter	i0.05 o0.1	phi-4-multimodal-instruct
openrouter	i0.07 o0.35	phi-4-reasoning-plus
openrouter	i0.1 o0.1	pixtral-12b
openrouter	i2 o6	pixtral-large-2411
openrouter	i0.09 r0.009 o0.18	poolside/laguna-s-2.1	poolside/laguna-s-2.1-20260720
openrouter	i0.06 r0.03 o0.12	poolside/laguna-xs-2.1	poolside/laguna-xs-2.1-20260625
openrouter	i0.2 o1.1	prime-intellect/intellect-3
openrouter	i0.075 r0.0375 o0.5	prism-ml/ternary-bonsai-2-27b	prism-ml/ternary-bonsai-2-27b-20260918
openrouter	i0.08 r0.04 o0.13	prism-ml/ternary-bonsai-2-9b	prism-ml/ternary-bonsai-2-9b-20261015
openrouter	i0.5625 o1.125	pygmalionai/mythalion-13b
openrouter	i0.9 o0.9	qwen-2-72b-instruct
openrouter	i0.2 o0.2	qwen-2.5-vl-7b-instruct
openrouter	i1.6 r0.64 o6.4	qwen-max
openrouter	i0.05 r0.02 o0.2	qwen-turbo
openrouter	i0.8 o3.2	qwen-vl-max
openrouter	i0.21 o0.63	qwen-vl-plus
openrouter	i0.9 o0.9	qwen/qwen-2-72b-instruct
openrouter	i0.12 o0.39;@2026-10-19 i0.36 o0.4	qwen/qwen-2.5-72b-instruct
openrouter	i0.04 o0.1;@2026-10-19 i0.1 o0.2	qwen/qwen-2.5-7b-instruct
openrouter	i0.06 o0.15;@2026-10-19 i0.66 o1	qwen/qwen-2.5-coder-32b-instruct
openrouter	i0.6 o0.6	qwen/qwen-2.5-vl-72b-instruct
openrouter	i0.2 o0.2	qwen/qwen-2.5-vl-7b-instruct
openrouter	i1.6 o6.4	qwen/qwen-max
openrouter	i0.4 r0.16 o1.2;@2026-10-19 i0.26>256000:0.78 r0.052>256000:0.156 w0.325>256000:0.975 o0.78>256000:2.34	qwen/qwen-plus	qwen/qwen-plus-2025-01-25
openrouter	i0.26 o0.78	qwen/qwen-plus-2025-07-28
openrouter	i0.26 w0.325 o0.78	qwen/qwen-plus-2025-07-28:thinking
openrouter	i0.05 o0.2	qwen/qwen-turbo
openrouter	i0.8 o3.2	qwen/qwen-vl-max
openrouter	i0.21 o0.63	qwen/qwen-vl-plus
openrouter	i0.2 o0.2	qwen/qwen2.5-coder-7b-instruct
openrouter	i0.9 o0.9	qwen/qwen2.5-vl-32b-instruct
openrouter	i0.7 o0.7;@2026-10-19 i0.8 r0.4 o1	qwen/qwen2.5-vl-72b-instruct
openrouter	i0.06 o0.24;@2026-10-19 i0.12 o0.24;@2026-11-03 i0.1 o0.22	qwen/qwen3-14b	qwen/qwen3-14b-04-28
openrouter	i0.13 o0.6	qwen/qwen3-235b-a22b
openrouter	i0.09 o0.1;@2026-10-19 i0.09 o0.55	qwen/qwen3-235b-a22b-2507	qwen/qwen3-235b-a22b-07-25
openrouter	i0.1 o0.1;@2026-10-19 i0.45 o3.5	qwen/qwen3-235b-a22b-thinking-2507
openrouter	i0.08 o0.29;@2026-10-19 i0.12 o0.5	qwen/qwen3-30b-a3b	qwen/qwen3-30b-a3b-04-28
openrouter	i0.04815 o0.19305;@2026-10-19 i0.09 o0.3	qwen/qwen3-30b-a3b-instruct-2507
openrouter	i0.08 o0.4	qwen/qwen3-30b-a3b-thinking-2507
openrouter	i0.1 o0.3;@2026-10-19 i0.08 o0.28;@2026-11-03 i0.14 r0.09 o0.4	qwen/qwen3-32b	qwen/qwen3-32b-04-28
openrouter	i0.035 o0.138	qwen/qwen3-8b
openrouter	i0.22 o1.8;@2026-10-19 i0.3 r0.1 o1	qwen/qwen3-coder	qwen/qwen3-coder-480b-a35b-07-25
openrouter	i0.07 o0.27;@2026-10-19 i0.07 o0.28	qwen/qwen3-coder-30b-a3b-instruct
openrouter	i0.195 r0.039 w0.24375 o0.975;@2026-10-19 i0.195>32000:0.325>128000:0.52 r0.039>32000:0.065>128000:0.104 w0.24375>32000:0.40625>128000:0.65 o0.975>32000:1.625>128000:2.6	qwen/qwen3-coder-flash
openrouter	i0.11 r0.07 o0.8;@2026-10-19 i0.12 r0.07 o0.8	qwen/qwen3-coder-next	qwen/qwen3-coder-next-2025-02-03
openrouter	i0.65 r0.13 w0.8125 o3.25	qwen/qwen3-coder-plus
openrouter	i1.2 o6	qwen/qwen3-max
openrouter	i0.78 o3.9	qwen/qwen3-max-thinking	qwen/qwen3-max-thinking-20260123
openrouter	i0.09 o1.1	qwen/qwen3-next-80b-a3b-instruct	qwen/qwen3-next-80b-a3b-instruct-2509
openrouter	i0.0975 o0.78;@2026-10-19 i0.15 o1.2	qwen/qwen3-next-80b-a3b-thinking	qwen/qwen3-next-80b-a3b-thinking-2509
openrouter	i0.2 r0.11 o0.88;@2026-10-19 i0.21 r0.1 o1.9	qwen/qwen3-vl-235b-a22b-instruct
openrouter	i0.26 o2.6	qwen/qwen3-vl-235b-a22b-thinking
openrouter	i0.13 o0.52;@2026-10-19 i0.15 o0.6;@2026-11-03 i0.2 o0.7	qwen/qwen3-vl-30b-a3b-instruct
openrouter	i0.13 o1.56;@2026-10-19 i0.29 o1	qwen/qwen3-vl-30b-a3b-thinking
openrouter	i0.104 o0.416	qwen/qwen3-vl-32b-instruct
openrouter	i0.08 o0.5;@2026-10-19 i0.25 r0.12 o0.75	qwen/qwen3-vl-8b-instruct
openrouter	i0.117 o1.365	qwen/qwen3-vl-8b-thinking
openrouter	i0.26 o2.08	qwen/qwen3.5-122b-a10b	qwen/qwen3.5-122b-a10b-20260224
openrouter	i0.195 o1.56;@2026-10-19 i0.27 o2.16;@2026-11-03 i0.195 o1.56	qwen/qwen3.5-27b	qwen/qwen3.5-27b-20260224
openrouter	i0.14 r0.05 o1;@2026-10-19 i0.15 r0.05 o1;@2026-11-03 i0.1625 r0.05 o1.3	qwen/qwen3.5-35b-a3b	qwen/qwen3.5-35b-a3b-20260224
openrouter	i0.39 o2.34;@2026-10-19 i0.5 r0.3 o3.6;@2026-10-20 i0.39 r0.3 o2.34	qwen/qwen3.5-397b-a17b	qwen/qwen3.5-397b-a17b-20260216
openrouter	i0.1 o0.15	qwen/qwen3.5-9b	qwen/qwen3.5-9b-20260310
openrouter	i0.065 o0.26	qwen/qwen3.5-flash-02-23	qwen/qwen3.5-flash-20260224
openrouter	i0.4 o2.4;@2026-10-19 i0.26>256000:0.325 o1.56>256000:1.95	qwen/qwen3.5-plus-02-15	qwen/qwen3.5-plus-20260216
openrouter	i0.3 w0.375 o1.8;@2026-10-19 i0.3>256000:0.375 w0.375>256000:0.46875 o1.8>256000:2.25	qwen/qwen3.5-plus-20260420
openrouter	i0.289 o2.4;@2026-10-19 i0.25 r0.025 o2;@2026-11-03 i0.45 r0.025 o2.7	qwen/qwen3.6-27b	qwen/qwen3.6-27b-20260422
openrouter	i0.14 o1;@2026-10-19 i0.15 r0.05 o1;@2026-10-20 i0.1 r0.05 o0.95;@2026-11-09 i0.1 o0.95	qwen/qwen3.6-35b-a3b	qwen/qwen3.6-35b-a3b-20260415
openrouter	i0.1875 w0.234375 o1.125;@2026-10-19 i0.1875>256000:0.75 w0.234375>256000:0.9375 o1.125>256000:3	qwen/qwen3.6-flash
openrouter	i1.04 w1.3 o6.24	qwen/qwen3.6-max-preview	qwen/qwen3.6-max-preview-20260420
openrouter	i0.325 w0.40625 o1.95;@2026-10-19 i0.325>256000:1.3 w0.40625>256000:1.625 o1.95>256000:3.9	qwen/qwen3.6-plus	qwen/qwen3.6-plus-04-02
openrouter	i0.03>32000:0.1>256000:0.2 r0.006>32000:0.02>256000:0.04 w0.038>32000:0.125>256000:0.25 o0.13>32000:0.4>256000:0.8	qwen/qwen3.7-flash	qwen/qwen3.7-flash-20260727
openrouter	i1.25 r0.25 w1.5625 o3.75;@2026-10-19 i1.475 r0.295 w1.84375 o4.425	qwen/qwen3.7-max	qwen/qwen3.7-max-20260520
openrouter	i0.4 r0.08 w0.5 o1.6;@2026-10-19 i0.32>256000:0.96 r0.064>256000:0.192 w0.4>256000:1.2 o1.28>256000:3.84	qwen/qwen3.7-plus	qwen/qwen3.7-plus-20260602
openrouter	i0.23 o0.92	qwen/qwen3.7-plus:batch
openrouter	i2 r0.25 o6;@2026-11-03 i2 r0.25 w2.5 o6	qwen/qwen3.8-2.4t-a95b	qwen/qwen3.8-2.4t-a95b-20260812
openrouter	i0.24 r0.05 o2.2;@2026-11-03 i0.425 r0.085 w0.53125 o2.55	qwen/qwen3.8-27b	qwen/qwen3.8-27b-20260814
openrouter	i0.16 r0.04 w0.2 o2	qwen/qwen3.8-27b:batch
openrouter	i0.15 r0.016 o0.47	qwen/qwen3.8-flash	qwen/qwen3.8-flash-20260826
openrouter	i2 r0.25 o6	qwen/qwen3.8-max-0902	qwen/qwen3.8-max-20260902
openrouter	i4 r0.5 o12	qwen/qwen3.8-max-prime	qwen/qwen3.8-max-prime-20260923
openrouter	i0.15 r0.016 o0.47	qwen/qwen3.8-omni-flash	qwen/qwen3.8-omni-flash-20260918
openrouter	i0.15 o0.2	qwen/qwq-32b
openrouter	i0.2 o0.2	qwen/qwq-32b-preview
openrouter	i0.9 o0.9	qwen2.5-vl-32b-instruct
openrouter	i0.15 o0.2	qwq-32b
openrouter	i0.2 o0.2	qwq-32b-preview
openrouter	i2 o8	r1-1776
openrouter	i4.5 o4.5	raifle/sorcererlm-8x22b
openrouter	i1 r0.1 o3;@2026-10-20 i0.3 r0.04 o1;@2026-11-03 i0.4 r0.04 o1.2	reflection/beam-1.0-501b-a23b	reflection/beam-1.0-501b-a23b-20261016
openrouter	i0.1 o0.1	rekaai/reka-edge	rekaai/reka-edge-2603
openrouter	i0.1 o0.2	rekaai/reka-flash-3
openrouter	i0.85 o1.25	relace/relace-apply-3
openrouter	i1 o3	relace/relace-search	relace/relace-search-20251208
openrouter	i0.2 r0.05 o0.6	ricursiveai/ripple-65b-preview	ricursiveai/ripple-65b-preview-20261104
openrouter	i2 r0.25 o6	sakana/fugu-max	sakana/fugu-max-20260911
openrouter	i5>272000:10 r0.5>272000:1 o30>272000:45	sakana/fugu-ultra	sakana/fugu-ultra-20260615	sakana/fugu-ultra-v2	sakana/fugu-ultra-v2-20260911
openrouter	i0.95 r0.15 o4	sakana/sakana-namazu	sakana/namazu-20260811
openrouter	i0.8 o1.2	sao10k/fimbulvetr-11b-v2
openrouter	i1.48 o1.48	sao10k/l3-euryale-70b
openrouter	i0.02 o0.05;@2026-10-19 i0.04 o0.05	sao10k/l3-lunaris-8b
openrouter	i3 o3	sao10k/l3.1-70b-hanami-x1
openrouter	i0.7 o0.8;@2026-10-19 i0.85 o0.85	sao10k/l3.1-euryale-70b
openrouter	i0.7 o0.8;@2026-10-19 i0.65 o0.75	sao10k/l3.3-euryale-70b	sao10k/l3.3-euryale-70b-v2.3
openrouter	i0.04	scaledown/extract	scaledown/extract-20260928
openrouter	i0.04	scaledown/summarize	scaledown/summarize-20260928
openrouter	i0.88 o0.88	scb10x/llama3.1-typhoon2-70b-instruct
openrouter	i0.18 o0.18	scb10x/llama3.1-typhoon2-8b-instruct
openrouter	i1 o5	sonar-reasoning
openrouter	i0.8 o0.8	sophosympatheia/midnight-rose-70b
openrouter	i4.5 o4.5	sorcererlm-8x22b
openrouter	i0.18 o0.18	spotlight
openrouter	i0.7 o0.95	steelskull/l3.3-electra-r1-70b
openrouter	i0.09 r0.02 o0.3;@2026-10-19 i0.1 r0.02 o0.3	stepfun/step-3.5-flash
openrouter	i0.2 r0.04 o1.15	stepfun/step-3.7-flash	stepfun/step-3.7-flash-20260528
openrouter	i1 r0.1 o2.7	stepfun/step-5-preview	stepfun/step-5-preview-20261008
openrouter	i0.85 o3.4	switchpoint/router
openrouter	i0.14 o0.57	tencent/hunyuan-a13b-instruct
openrouter	i0.044 o0.177	tencent/hy-mt2-1.8b	tencent/hy-mt2-1.8b-20260521
openrouter	i0.074 o0.295	tencent/hy-mt2-30b-a3b	tencent/hy-mt2-30b-a3b-20260521
openrouter	i0.074 o0.295	tencent/hy-mt2-7b	tencent/hy-mt2-7b-20260521
openrouter	i0.063 r0.021 o0.21;@2026-10-19 i0.18 r0.06 o0.6	tencent/hy3-preview	tencent/hy3-preview-20260421
openrouter	i0.417 r0.021 o1.2505	tencent/hy4	tencent/hy4-20261104
openrouter	i0.8 o1	thedrummer/anubis-pro-105b-v1
openrouter	i0.3 r0.15 o0.5	thedrummer/cydonia-24b-v4.1
openrouter	i0.25 o0.5	thedrummer/rocinante-12b
openrouter	i0.5 o0.8;@2026-10-19 i0.55 r0.25 o0.8	thedrummer/skyfall-36b-v2
openrouter	i0.5 o0.5;@2026-10-19 i0.4 o0.4	thedrummer/unslopnemo-12b
openrouter	i1 r0.17 o4.05	thinkingmachines/inkling	thinkingmachines/inkling-20260715
openrouter	i0.45 r0.1 o1.2	thinkingmachines/inkling-small	thinkingmachines/inkling-small-20260730
openrouter	i0.36 r0.08 o0.96	thinkingmachines/inkling-small:batch
openrouter	i0.8 o1.2	toppy-m-7b
openrouter	i0.042	typesafe/jev-1.13
openrouter	i0.042	typesafe/jev-1.14	~typesafe/jev-latest
openrouter	i0.8 r0.03 o3.2	unbiased/pareto-26.10	unbiased/pareto-26.10-20261015
openrouter	i2.5 r0.25 o7.5	unbiased/pareto-26.9	unbiased/pareto-26.9-20260917
openrouter	i0.8 o1.2;@2026-10-19 i0.35 o0.65	undi95/remm-slerp-l2-13b
openrouter	i0.07 o0.07	undi95/toppy-m-7b
openrouter	i0.05 r0.005 o0.2	upstage/solar-mini4	upstage/solar-mini4-20260922
openrouter	i0.15 r0.015 o0.6	upstage/solar-pro-3
openrouter	i0.09 r0.018 o0.36;@2026-10-20 i0.15 r0.03 o0.6	upstage/solar-pro4	upstage/solar-pro4-20260810
openrouter	i0.5 o0.8	valkyrie-49b-v1
openrouter	i0.5 o0.8	virtuoso-medium-v2
openrouter	i0.6 o6	writer/palmyra-x5	writer/palmyra-x5-20250428
openrouter	i2 o10	x-ai/grok-2-1212
openrouter	i2 o10	x-ai/grok-2-vision-1212
openrouter	i3 o15	x-ai/grok-3-beta
openrouter	i0.3 o0.5	x-ai/grok-3-mini-beta
openrouter	i0.2>128000:0.4 r0.05 o0.5>128000:1	x-ai/grok-4-fast
openrouter	i1.25 r0.2 o2.5;@2026-10-19 i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	x-ai/grok-4.20	x-ai/grok-4.20-20260309
openrouter	i2 r0.2 o6;@2026-10-19 i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	x-ai/grok-4.20-multi-agent	x-ai/grok-4.20-multi-agent-20260309
openrouter	i1.25 r0.2 o2.5;@2026-10-19 i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	x-ai/grok-4.3	x-ai/grok-4.3-20260430
openrouter	i1>200000:2 r0.16>200000:0.32 o2>200000:4	x-ai/grok-4.3:batch
openrouter	i2>200000:4 r0.3>200000:0.6 o6>200000:12	x-ai/grok-4.5	x-ai/grok-4.5-20260708
openrouter	i2>200000:4 r0.5>200000:1 o6>200000:12	x-ai/grok-4.6	x-ai/grok-4.6-20260810
openrouter	i1.6>200000:3.2 r0.4>200000:0.8 o4.8>200000:9.6	x-ai/grok-4.6:batch
openrouter	i2>200000:4 r0.5>200000:1 o6>200000:12	x-ai/grok-4.7	x-ai/grok-4.7-20260916
openrouter	i1.6>200000:3.2 r0.4>200000:0.8 o4.8>200000:9.6	x-ai/grok-4.7:batch
openrouter	i5 o15	x-ai/grok-beta
openrouter	i1 r0.2 o2;@2026-10-19 i1>200000:2 r0.2>200000:0.4 o2>200000:4	x-ai/grok-build-0.1	x-ai/grok-build-0.1-20260520
openrouter	i0.2 r0.02 o1.5	x-ai/grok-code-fast-1
openrouter	i5 o15	x-ai/grok-vision-beta
openrouter	i0.1 r0.01 o0.3	xiaomi/mimo-v2-flash
openrouter	i0.14 r0.0028 o0.28;@2026-11-03 i0.119 r0.00255 o0.238;@2026-11-09 i0.4 r0.08 o2	xiaomi/mimo-v2.5	xiaomi/mimo-v2.5-20260422
openrouter	i0.435 r0.0036 o0.87	xiaomi/mimo-v2.5-pro	xiaomi/mimo-v2.5-pro-20260422
openrouter	i0.14 r0.0028 o0.28	xiaomi/mimo-v2.6-flash	xiaomi/mimo-v2.6-flash-20260921
openrouter	i0.435 r0.0036 o0.87	xiaomi/mimo-v2.6-pro	xiaomi/mimo-v2.6-pro-20260921
openrouter	i4.35 r0.036 o8.7	xiaomi/mimo-v2.6-pro-ultraspeed	xiaomi/mimo-v2.6-pro-ultraspeed-20260921
openrouter	i3.75 o3.75	xwin-lm/xwin-lm-70b
openrouter	i3 o3	yi-large
openrouter	i0.6 r0.11 o2.2	z-ai/glm-4.5
openrouter	i0.125 r0.06 o0.85;@2026-10-19 i0.13 r0.025 o0.85;@2026-11-03 i0.2 r0.03 o1.1	z-ai/glm-4.5-air
openrouter	i0.6 r0.11 o1.8	z-ai/glm-4.5v
openrouter	i0.43 r0.08 o1.74;@2026-10-19 i0.55 r0.11 o2.2;@2026-11-03 i0.6 r0.11 o2.2	z-ai/glm-4.6
openrouter	i0.3 r0.05 o0.9;@2026-10-19 i0.3 r0.055 o0.9;@2026-11-03 i0.3 r0.05 o0.9	z-ai/glm-4.6v	z-ai/glm-4.6-20251208
openrouter	i0.4 r0.08 o1.75;@2026-10-19 i0.54 r0.099 o1.98;@2026-11-03 i0.6 r0.11 o2.2	z-ai/glm-4.7	z-ai/glm-4.7-20251222
openrouter	i0.06 r0.01 o0.4;@2026-10-19 i0.0605 r0.01 o0.4	z-ai/glm-4.7-flash	z-ai/glm-4.7-flash-20260119
openrouter	i0.6 r0.12 o1.92;@2026-10-19 i1 r0.2 o3.2;@2026-10-20 i0.6 r0.12 o1.92;@2026-11-03 i1 r0.2 o3.2	z-ai/glm-5	z-ai/glm-5-20260211
openrouter	i1.2 r0.24 o4	z-ai/glm-5-turbo	z-ai/glm-5-turbo-20260315
openrouter	i0.98 r0.182 o3.08;@2026-10-19 i0.966 r0.1794 o3.036;@2026-11-03 i1.4 r0.26 o4.4	z-ai/glm-5.1	z-ai/glm-5.1-20260406
openrouter	i1.4 r0.26 o4.4;@2026-10-19 i0.62 r0.14 o2.42;@2026-11-03 i1.4 r0.26 o4.4	z-ai/glm-5.2	z-ai/glm-5.2-20260616
openrouter	i0.623 r0.21 o1.271	z-ai/glm-5.2:batch
openrouter	i1.4 r0.26 o4.4;@2026-10-19 i0.079 r0.078 o1.4;@2026-11-03 i1.4 r0.26 o4.4	z-ai/glm-5.3	z-ai/glm-5.3-20260816
openrouter	i0.075 r0.015 o0.25;@2026-09-10 i0.15 r0.03 o0.5;@2026-10-19 i0.048 r0.006 o0.16;@2026-10-20 i0.15 r0.03 o0.5	z-ai/glm-5.3-flash	z-ai/glm-5.3-flash-20260826
openrouter	i0.05 r0.01 o0.18;@2026-11-09 i0.061 r0.026 o0.124	z-ai/glm-5.3-flash:batch
openrouter	i0.37 r0.09 o1.25;@2026-11-03 i0.37 r0.075 o1.25	z-ai/glm-5.3-flashx	z-ai/glm-5.3-flashx-20260918
openrouter	i0.37 r0.075 o1.25	z-ai/glm-5.3-flashx-legal	z-ai/glm-5.3-flashx-legal-20261102
openrouter	i2.8 r0.56 o8.8	z-ai/glm-5.3-prime	z-ai/glm-5.3-prime-20260921
openrouter	i0.45 r0.1 o2	z-ai/glm-5.3:batch
openrouter	i1.2 r0.24 o4	z-ai/glm-5v-turbo	z-ai/glm-5v-turbo-20260401
openrouter	i10 r1 w12.5 o50;@2026-10-19 i10 r0.25 w12.5 o50	~anthropic/claude-fable-latest
openrouter	i1 r0.1 w1.25 o5;@2026-10-07 i0.1>100000:0.5 r0.01>100000:0.05 w0.125>100000:0.625 o0.5>100000:2.5	~anthropic/claude-haiku-latest
openrouter	i5 r0.5 w6.25 o25;@2026-09-22 i4 r0.2 w5 o20	~anthropic/claude-opus-latest
openrouter	i3 r0.3 w3.75 o15;@2026-09-28 i2 r0.2 w2.5 o10;@2026-10-19 i2 r0.1 w2.5 o10	~anthropic/claude-sonnet-latest
openrouter	i0.05 r0.012 o0.15	~deepseek/deepseek-flash-latest
openrouter	i0.225 r0.23 o8	~deepseek/deepseek-pro-latest
openrouter	i0.0065 o0.45;@2026-10-19 i0.00688 r0.00336 o0.12	~deepseek/deepseek-v4-flash-latest
openrouter	i1.5 r0.15 w0.083333 o9;@2026-10-19 i0.75 r0.075 w0.041667 o3.75	~google/gemini-flash-latest
openrouter	i2 r0.2 w0.375 o12;@2026-10-19 i2 r0.1 w0.1875 o10	~google/gemini-pro-latest
openrouter	i0.68 r0.34 o3.41;@2026-10-19 i0.239 r0.21 o11.936	~moonshotai/kimi-latest
openrouter	i10>272000:20 r1>272000:2 w12.5>272000:25 o50>272000:75	~openai/gpt-astra-latest
openrouter	i5 r0.5 o30	~openai/gpt-latest
openrouter	i0.1>272000:0.2 r0.01>272000:0.02 w0.125>272000:0.25 o0.5>272000:0.75	~openai/gpt-luna-latest
openrouter	i0.75 r0.075 o4.5	~openai/gpt-mini-latest
openrouter	i2>272000:4 r0.1>272000:0.2 w2.5>272000:5 o10>272000:15	~openai/gpt-sol-latest
openrouter	i2>272000:4 r0.2>272000:0.4 w2.5>272000:5 o12>272000:18	~openai/gpt-terra-latest
openrouter	i0.8 r0.03 o3.2	~unbiased/pareto-latest
openrouter	i2>200000:4 r0.5>200000:1 o6>200000:12	~x-ai/grok-latest
openrouter	i0.0392 r0.006 o0.2;@2026-10-19 i0.048 r0.006 o0.2	~z-ai/glm-flash-latest
openrouter	i0.04 r0.025 o6;@2026-10-19 i0.042 r0.026 o6	~z-ai/glm-latest
ovhcloud	i0.01	bge-base-en-v1.5
ovhcloud	i0.01	bge-m3
ovhcloud	i0.01	bge-multilingual-gemma2
ovhcloud	i0.74 o0.74	DeepSeek-R1-Distill-Llama-70B	deepseek-r1-distill-llama-70b
ovhcloud	i0.09 o0.47	gpt-oss-120b
ovhcloud	i0.05 o0.18	gpt-oss-20b
ovhcloud	i0.11 o0.11	Llama-3.1-8B-Instruct	llama-3.1-8b-instruct
ovhcloud	i0.29 o0.29	llava-v1.6-mistral-7b-hf
ovhcloud	i0.19 o0.19	mamba-codestral-7B-v0.1
ovhcloud	i0.67 o0.67	Meta-Llama-3_1-70B-Instruct
ovhcloud	i0.74 o0.74	Meta-Llama-3_3-70B-Instruct	meta-llama-3_3-70b-instruct
ovhcloud	i0.11 o0.11	Mistral-7B-Instruct-v0.3	mistral-7b-instruct-v0.3
ovhcloud	i0.14 o0.14	Mistral-Nemo-Instruct-2407	mistral-nemo-instruct-2407
ovhcloud	i0.1 o0.31	Mistral-Small-3.2-24B-Instruct-2506	mistral-small-3.2-24b-instruct-2506
ovhcloud	i0.7 o0.7	Mixtral-8x7B-Instruct-v0.1	mixtral-8x7b-instruct-v0.1
ovhcloud	i0.87 o0.87	Qwen2.5-Coder-32B-Instruct
ovhcloud	i1.01 o1.01	Qwen2.5-VL-72B-Instruct	qwen2.5-vl-72b-instruct
ovhcloud	i0.09 o0.25	Qwen3-32B	qwen3-32b
ovhcloud	i0.07 o0.26	Qwen3-Coder-30B-A3B-Instruct	qwen3-coder-30b-a3b-instruct
ovhcloud	i0.12	Qwen3-Embedding-8B	qwen3-embedding-8b
ovhcloud	i0.71 o4.25	Qwen3.5-397B-A17B	qwen3.5-397b-a17b
ovhcloud	i0.12 o0.18	Qwen3.5-9B	qwen3.5-9b
ovhcloud	i0.47 o3.19	Qwen3.6-27B	qwen3.6-27b
ovhcloud	i0.47 o3.19	Qwen3.8-27B	qwen3.8-27b
perplexity	i10 r1 o50	anthropic/claude-fable-5
perplexity	i10 r0.25 o50	anthropic/claude-fable-5-1
perplexity	i1 r0.1 o5	anthropic/claude-haiku-4-5
perplexity	i0.1 r0.01 o0.5	anthropic/claude-haiku-5-5
perplexity	i5 r0.5 o25	anthropic/claude-opus-4-5
perplexity	i5 r0.5 o25	anthropic/claude-opus-4-6
perplexity	i5 r0.5 o25	anthropic/claude-opus-4-7
perplexity	i5 r0.5 o25	anthropic/claude-opus-4-8
perplexity	i5 r0.5 o25	anthropic/claude-opus-5
perplexity	i4 r0.2 o20	anthropic/claude-opus-5-5
perplexity	i3 r0.3 o15	anthropic/claude-sonnet-4-5
perplexity	i3 r0.3 o15	anthropic/claude-sonnet-4-6
perplexity	i2 r0.2 o10	anthropic/claude-sonnet-5
perplexity	i2 r0.2 o10	anthropic/claude-sonnet-5-5
perplexity	i0.35 o1.4	codellama-34b-instruct
perplexity	i0.7 o2.8	codellama-70b-instruct
perplexity	i0.5 r0.05 o3	google/gemini-3-flash-preview
perplexity	i0.25 r0.025 o1.5	google/gemini-3.1-flash-lite
perplexity	i2>200000:4 r0.2>200000:0.4 o12>200000:18	google/gemini-3.1-pro-preview
perplexity	i1.5 r0.15 o9	google/gemini-3.5-flash
perplexity	i0.3 r0.03 o2.5	google/gemini-3.5-flash-lite
perplexity	i1.5 r0.15 o7.5	google/gemini-3.6-flash
perplexity	i0.75 r0.075 o3.75	google/gemini-3.7-flash
perplexity	i0.75 r0.075 o3.75	google/gemini-3.8-flash
perplexity	i0.7 o2.8	llama-2-70b-chat
perplexity	i1 o1	llama-3.1-70b-instruct
perplexity	i0.2 o0.2	llama-3.1-8b-instruct
perplexity	i1 o1	llama-3.1-sonar-large-128k-online
perplexity	i0.2 o0.2	llama-3.1-sonar-small-128k-online
perplexity	i0.07 o0.28	mistral-7b-instruct
perplexity	i0.07 o0.28	mixtral-8x7b-instruct
perplexity	i1.25 r0.125 o10	openai/gpt-5
perplexity	i0.25 r0.025 o2	openai/gpt-5-mini
perplexity	i0.05 r0.005 o0.4	openai/gpt-5-nano
perplexity	i1.25 r0.125 o10	openai/gpt-5.1
perplexity	i1.75 r0.175 o14	openai/gpt-5.2
perplexity	i3.5 r0.35 o28	openai/gpt-5.3-codex
perplexity	i2.5>272000:5 r0.25 o15>272000:22.5	openai/gpt-5.4
perplexity	i0.75 r0.075 o4.5	openai/gpt-5.4-mini
perplexity	i0.2 r0.02 o1.25	openai/gpt-5.4-nano
perplexity	i5>272000:10 r0.5 o30>272000:45	openai/gpt-5.5
perplexity	i0.2>272000:0.4 r0.02>272000:0.04 o1.2>272000:1.8	openai/gpt-5.6-luna
perplexity	i4>272000:8 r0.4>272000:0.8 o20>272000:30	openai/gpt-5.6-sol
perplexity	i2>272000:4 r0.2>272000:0.4 o12>272000:18	openai/gpt-5.6-terra
perplexity	i10 r1 w12.5 o50	openai/gpt-6-astra
perplexity	i0.1>272000:0.2 r0.01>272000:0.02 o0.5>272000:0.75	openai/gpt-6-luna
perplexity	i2>272000:4 r0.2>272000:0.4 o10>272000:15	openai/gpt-6-sol
perplexity	i2>272000:4 r0.1>272000:0.2 o10>272000:15	openai/gpt-6.1-sol
perplexity	i0.13 r0.028 o0.26	perplexity/deepseek-v4-flash-0731
perplexity	i1.32 r0.044 o3.96	perplexity/deepseek-v4-pro-0813
perplexity	i1.4 r0.14 o4.4	perplexity/glm-5.2
perplexity	i1.4 r0.26 o4.4	perplexity/glm-5.3
perplexity	i0.15 r0.03 o0.5	perplexity/glm-5.3-flash
perplexity	i0.95 r0.19 o4	perplexity/kimi-k2.7-code
perplexity	i3 r0.3 o15	perplexity/kimi-k3
perplexity	i0.25 r0.25 o2.5	perplexity/nemotron-3-ultra-550b-a55b
perplexity	i0.0115 r0.00115 o0.17	perplexity/nemotron-3.5-lightning-30b-a3b
perplexity	i0.2 r0.04 o0.5	perplexity/nemotron-3.5-super-120b-a12b
perplexity	i0.25 r0.0625 o2.5	perplexity/sonar
perplexity	i0.7 o2.8	pplx-70b-chat
perplexity	i0 o2.8	pplx-70b-online
perplexity	i0.07 o0.28	pplx-7b-chat
perplexity	i0 o0.28	pplx-7b-online
perplexity	i0.01	pplx-decider-flash-v1.2	pplx-decider-flash-latest	perplexity/pplx-decider-flash-latest
perplexity	i0.02	pplx-decider-v1-27b
perplexity	i0.02	pplx-decider-v1.1-27b
perplexity	i0.02	pplx-decider-v1.2	pplx-decider-latest	perplexity/pplx-decider-latest
perplexity	i0.008	pplx-embed-context-v1-0.6b
perplexity	i0.05	pplx-embed-context-v1-4b
perplexity	i0.004	pplx-embed-v1-0.6b
perplexity	i0.03	pplx-embed-v1-4b
perplexity	i2 o8	r1-1776
perplexity	i1 o1	sonar
perplexity	i2 o8 t3	sonar-deep-research
perplexity	i0.6 o1.8	sonar-medium-chat
perplexity	i0 o1.8	sonar-medium-online
perplexity	i3 o15	sonar-pro
perplexity	i3 o15	sonar-pro-search
perplexity	i1 o5	sonar-reasoning
perplexity	i2 o8	sonar-reasoning-pro
perplexity	i0.07 o0.28	sonar-small-chat
perplexity	i0 o0.28	sonar-small-online
perplexity	i1.25>200000:2.5 r0.2 o2.5>200000:5	xai/grok-4.20-multi-agent
perplexity	i1.25>200000:2.5 r0.2 o2.5>200000:5	xai/grok-4.20-non-reasoning
perplexity	i1.25>200000:2.5 r0.2 o2.5>200000:5	xai/grok-4.20-reasoning
perplexity	i1.25>200000:2.5 r0.2 o2.5>200000:5	xai/grok-4.3
perplexity	i2>200000:4 r0.3>200000:0.6 o6>200000:12	xai/grok-4.5
perplexity	i2>200000:4 r0.5>200000:1 o6>200000:12	xai/grok-4.6
perplexity	i2>200000:4 r0.5>200000:1 o6>200000:12	xai/grok-4.7
pinstripes	i0.1 o0.2	ps/deepseek-v4-flash
pinstripes	i0.125 o0.45	ps/glm-4.5-air
pinstripes	i0.255 o0.55	ps/minimax-m2.7
pinstripes	i0.09 o0.2	ps/qwen3-30b-a3b
pinstripes	i0.3 o0.6	ps/qwen3-coder-30b-a3b
pinstripes	i0.14 o0.45	ps/qwen3.6-35b-a3b
prism	i0.17 r0.07 o0.21	deepseek-v4-flash
prism	i0.17 r0.07 o0.63	deepseek-v4.1-flash
quicksilverpro	i8 o40;@2026-10-19 i2.5 o12.5;@2026-10-29 i2.5 r0.25 w3.125 o12.5	claude-fable-5
quicksilverpro	i2.5 r0.0625 o12.5;@2026-10-29 i2.5 r0.0625 w3.125 o12.5	claude-fable-5-1
quicksilverpro	i0.8 o4;@2026-10-19 i0.25 o1.25;@2026-10-29 i0.25 r0.025 w0.3125 o1.25	claude-haiku-4-5
quicksilverpro	i0.025>200000:0.125 r0.0025>200000:0.0125 w0.03125 o0.125>200000:0.625	claude-haiku-5-5
quicksilverpro	i4 o20	claude-opus-4-6
quicksilverpro	i4 o20;@2026-10-19 i1.25 o6.25;@2026-10-29 i1.25 r0.125 w1.5625 o6.25	claude-opus-4-8
quicksilverpro	i4 o20;@2026-10-19 i1.25 o6.25;@2026-10-29 i1.25 r0.125 w1.5625 o6.25	claude-opus-5
quicksilverpro	i1 r0.05 w1.25 o5	claude-opus-5-5
quicksilverpro	i2.4 o12	claude-sonnet-4-6
quicksilverpro	i2 o10;@2026-10-19 i0.5 o2.5;@2026-10-29 i0.5 r0.05 w0.625 o2.5	claude-sonnet-5
quicksilverpro	i0.5 r0.05 w0.625 o2.5	claude-sonnet-5-5
quicksilverpro	i0.112 r0.0144 o0.224;@2026-10-19 i0.06 r0.015 o0.18	deepseek-v4-flash
quicksilverpro	i0.435 r0.003625 o0.87;@2026-10-19 i0.7 r0.1 o2.1	deepseek-v4-pro
quicksilverpro	i0.125 r0.0125 o0.55;@2026-11-06 i0.0558 r0.0011 o0.2231	deepseek-v4.1-flash
quicksilverpro	i0.098 r0.00294 o0.294	deepseek-v4.1-flash-1017
quicksilverpro	i0.425 o2.55	gemini-3-flash-preview
quicksilverpro	i0.2125 o1.275	gemini-3.1-flash-lite
quicksilverpro	i1.7 o10.2	gemini-3.1-pro-preview
quicksilverpro	i1.275 o7.65	gemini-3.5-flash
quicksilverpro	i0.255 o2.125	gemini-3.5-flash-lite
quicksilverpro	i1.275 o6.375;@2026-10-19 i0.6375 o3.1875	gemini-3.6-flash
quicksilverpro	i0.6375 r0.06375 o3.1875	gemini-3.7-flash
quicksilverpro	i0.6375 r0.06375 o3.1875	gemini-3.8-flash
quicksilverpro	i2 r0.1 o10	gemini-4-argon
quicksilverpro	i1.12 r0.208 o3.52;@2026-10-19 i0.7 r0.105 o2.2	glm-5.2
quicksilverpro	i1.12 r0.208 o3.52;@2026-10-19 i0.6 r0.2 o2.2	glm-5.3
quicksilverpro	i0.06 r0.012 o0.2;@2026-10-19 i0.07 r0.03 o0.05;@2026-11-06 i0.0284 o0.0923	glm-5.3-flash
quicksilverpro	i2.24 r0.448 o7.04	glm-5.3-prime
quicksilverpro	i0.08 r0.008 w0.1 o0.48;@2026-10-19 i0.16 r0.016 w0.2 o0.96	gpt-5.6-luna
quicksilverpro	i4 r0.4 w5 o24;@2026-10-19 i1.6 r0.16 w2 o8	gpt-5.6-sol
quicksilverpro	i0.8 r0.08 w1 o4.8;@2026-10-19 i1.6 r0.16 w2 o9.6	gpt-5.6-terra
quicksilverpro	i10>200000:20 r1>200000:2 w12.5 o50>200000:75	gpt-6-astra
quicksilverpro	i0.1>200000:0.2 r0.01>200000:0.02 w0.125 o0.5>200000:0.75	gpt-6-luna
quicksilverpro	i2>200000:4 r0.2>200000:0.4 w2.5 o10>200000:15	gpt-6-sol
quicksilverpro	i2>200000:4 r0.1>200000:0.2 w2.5 o10>200000:15	gpt-6.1-sol
quicksilverpro	i1>200000:2 r0.1>200000:0.2 w1.25 o5>200000:7.5	gpt-6.1-terra	gpt-6.1-terra-pro
quicksilverpro	i0.12 r0.06 o0.48;@2026-10-19 i0.03 o0.15	gpt-oss-120b
quicksilverpro	i1.6 r0.4 o4.8	grok-4.5
quicksilverpro	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.6
quicksilverpro	i2>200000:4 r0.5>200000:1 o6>200000:12	grok-4.7
quicksilverpro	i0.1056 r0.0264 o0.4224;@2026-10-19 i0.091 r0.0227 o0.363	hy3
quicksilverpro	i0.459 r0.0231 o1.375	hy4
quicksilverpro	i0.6672 r0.0336 o2.0008	hy4-preview
quicksilverpro	i0.042	jev-1.13
quicksilverpro	i0.5472 r0.292 o2.728;@2026-10-19 i0.45 r0.045 o1.95	kimi-k2.6
quicksilverpro	i0.584 r0.1278 o2.8;@2026-10-19 i0.6712 r0.18 o3.35	kimi-k2.7-code
quicksilverpro	i2.4 r0.24 o12;@2026-10-19 i2.55 r0.255 o12.75	kimi-k3
quicksilverpro	i2 r0.2 o10	kimi-k3.1-pro
quicksilverpro	i4 r0.2 o20	kimi-k3.1-pro-highspeed
quicksilverpro	i0.112 r0.00224 o0.224;@2026-11-05 i0.32 r0.064 o1.6	mimo-v2.5
quicksilverpro	i0.112 r0.00224 o0.224	mimo-v2.6-flash
quicksilverpro	i0.348 r0.00288 o0.696;@2026-11-03 i0.426 r0.0036 o0.861	mimo-v2.6-pro
quicksilverpro	i0.24 r0.048 o0.96	minimax-m3
quicksilverpro	i0.68 r0.07 o2.09	mistral-large-4
quicksilverpro	i0.28 r0.032 o1.2;@2026-10-19 i0.3 r0.04 o1.2	muse-glimmer-30b
quicksilverpro	i1 r0.12 o3.4	muse-spark-1.2
quicksilverpro	i1 r0.12 o3.4	muse-spark-1.3
quicksilverpro	i1.25 r0.15 o4.25	muse-spark-open
quicksilverpro	i4 r0.2 o20	muse-wonder
quicksilverpro	i0.5 r0.1 o2.2	nemotron-3-ultra
quicksilverpro	i0.08 r0.04 o0.2;@2026-10-19 i0.066 r0.033 o0.176	nemotron-3.5-lightning
quicksilverpro	i0.112 r0.04 o0.8;@2026-10-19 i0.05 r0.025 o0.7	qwen3.6-35b
quicksilverpro	i0.26 w0.325 o1.56	qwen3.6-plus
quicksilverpro	i0.024 r0.0048 o0.104	qwen3.7-flash
quicksilverpro	i1.25 r0.25 w1.5625 o3.75	qwen3.7-max
quicksilverpro	i0.256 r0.0512 w0.32 o1.024	qwen3.7-plus
quicksilverpro	i0.34 r0.068 w0.425 o2.04	qwen3.8-27b
quicksilverpro	i0.238 o1.428	qwen3.8-27b-decentered
quicksilverpro	i0.12 r0.0128 w0.16 o0.376	qwen3.8-flash-next
quicksilverpro	i2 r0.25 w2.5 o6	qwen3.8-max
quicksilverpro	i4 r0.5 o12	qwen3.8-max-prime
quicksilverpro	i0.15 r0.016 o0.47	qwen3.8-omni-flash
quicksilverpro	i1 r0.1 o2.7	step-5-preview
quicksilverpro	i0.042	trio-spark-v1.3
qwen_ai_platform	i0.2 r0.04 o0.4	deepseek-v4-flash
qwen_ai_platform	i0.2 r0.04 o0.4	deepseek-v4-flash-0731
qwen_ai_platform	i2.4 r0.2 o4.8	deepseek-v4-pro
qwen_ai_platform	i1.4 r0.26 o4.4	glm-5.1
qwen_ai_platform	i1.4 r0.28 o4.4	glm-5.2
qwen_ai_platform	i0.95 r0.19 o4	kimi-k2.7-code
qwen_ai_platform	i0.3 o1.5	qwen-coder
qwen_ai_platform	i0.05>256000:0.25 o0.4>256000:2	qwen-flash
qwen_ai_platform	i0.05>256000:0.25 o0.4>256000:2	qwen-flash-2025-07-28
qwen_ai_platform	i1.6 o6.4	qwen-max
qwen_ai_platform	i0.4 o1.2	qwen-plus
qwen_ai_platform	i0.4 o1.2	qwen-plus-2025-01-25
qwen_ai_platform	i0.4 o1.2 t4	qwen-plus-2025-04-28
qwen_ai_platform	i0.4 o1.2 t4	qwen-plus-2025-07-14
qwen_ai_platform	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-2025-07-28
qwen_ai_platform	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-2025-09-11
qwen_ai_platform	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-latest
qwen_ai_platform	i0.05 o0.2 t0.5	qwen-turbo
qwen_ai_platform	i0.05 o0.2	qwen-turbo-2024-11-01
qwen_ai_platform	i0.05 o0.2 t0.5	qwen-turbo-2025-04-28
qwen_ai_platform	i0.05 o0.2 t0.5	qwen-turbo-latest
qwen_ai_platform	i0.3>32000:0.5>128000:0.8>256000:1.6 r0.08>32000:0.12>128000:0.2>256000:0.4 o1.5>32000:2.5>128000:4>256000:9.6	qwen3-coder-flash
qwen_ai_platform	i0.3>32000:0.5>128000:0.8>256000:1.6 o1.5>32000:2.5>128000:4>256000:9.6	qwen3-coder-flash-2025-07-28
qwen_ai_platform	i1>32000:1.8>128000:3>256000:6 r0.1>32000:0.18>128000:0.3>256000:0.6 o5>32000:9>128000:15>256000:60	qwen3-coder-plus
qwen_ai_platform	i1>32000:1.8>128000:3>256000:6 o5>32000:9>128000:15>256000:60	qwen3-coder-plus-2025-07-22
qwen_ai_platform	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max
qwen_ai_platform	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max-2026-01-23
qwen_ai_platform	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max-preview
qwen_ai_platform	i0.15 o1.2	qwen3-next-80b-a3b-instruct
qwen_ai_platform	i0.15 o1.2	qwen3-next-80b-a3b-thinking
qwen_ai_platform	i0.4 o1.6	qwen3-vl-235b-a22b-instruct
qwen_ai_platform	i0.4 o4	qwen3-vl-235b-a22b-thinking
qwen_ai_platform	i0.16 o0.64	qwen3-vl-32b-instruct
qwen_ai_platform	i0.16 o2.87	qwen3-vl-32b-thinking
qwen_ai_platform	i0.2>32000:0.3>128000:0.6 o1.6>32000:2.4>128000:4.8	qwen3-vl-plus
qwen_ai_platform	i0.4>256000:0.5 o2.4>256000:3	qwen3.5-plus
qwen_ai_platform	i2.5 r0.5 w3.125 o7.5	qwen3.7-max
qwen_ai_platform	i0.4>256000:1.2 r0.08>256000:0.24 o1.6>256000:4.8	qwen3.7-plus
qwen_ai_platform	i0.15 r0.016 w0.2 o0.47	qwen3.8-flash
qwen_ai_platform	i2 r0.25 o6	qwen3.8-max
qwen_ai_platform	i0.15 r0.016 o0.47	qwen3.8-omni-flash
qwen_ai_platform	i0.8 o2.4	qwq-plus
qwencloud	i0.2 r0.04 o0.4	deepseek-v4-flash
qwencloud	i0.2 r0.04 o0.4	deepseek-v4-flash-0731
qwencloud	i2.4 r0.2 o4.8	deepseek-v4-pro
qwencloud	i1.4 r0.26 o4.4	glm-5.1
qwencloud	i1.4 r0.28 o4.4	glm-5.2
qwencloud	i0.95 r0.19 o4	kimi-k2.7-code
qwencloud	i0.3 o1.5	qwen-coder
qwencloud	i0.05>256000:0.25 o0.4>256000:2	qwen-flash
qwencloud	i0.05>256000:0.25 o0.4>256000:2	qwen-flash-2025-07-28
qwencloud	i1.6 o6.4	qwen-max
qwencloud	i0.4 o1.2	qwen-plus
qwencloud	i0.4 o1.2	qwen-plus-2025-01-25
qwencloud	i0.4 o1.2 t4	qwen-plus-2025-04-28
qwencloud	i0.4 o1.2 t4	qwen-plus-2025-07-14
qwencloud	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-2025-07-28
qwencloud	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-2025-09-11
qwencloud	i0.4>256000:1.2 o1.2>256000:3.6 t4>256000:12	qwen-plus-latest
qwencloud	i0.05 o0.2 t0.5	qwen-turbo
qwencloud	i0.05 o0.2	qwen-turbo-2024-11-01
qwencloud	i0.05 o0.2 t0.5	qwen-turbo-2025-04-28
qwencloud	i0.05 o0.2 t0.5	qwen-turbo-latest
qwencloud	i0.3>32000:0.5>128000:0.8>256000:1.6 r0.08>32000:0.12>128000:0.2>256000:0.4 o1.5>32000:2.5>128000:4>256000:9.6	qwen3-coder-flash
qwencloud	i0.3>32000:0.5>128000:0.8>256000:1.6 o1.5>32000:2.5>128000:4>256000:9.6	qwen3-coder-flash-2025-07-28
qwencloud	i1>32000:1.8>128000:3>256000:6 r0.1>32000:0.18>128000:0.3>256000:0.6 o5>32000:9>128000:15>256000:60	qwen3-coder-plus
qwencloud	i1>32000:1.8>128000:3>256000:6 o5>32000:9>128000:15>256000:60	qwen3-coder-plus-2025-07-22
qwencloud	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max
qwencloud	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max-2026-01-23
qwencloud	i1.2>32000:2.4>128000:3 o6>32000:12>128000:15	qwen3-max-preview
qwencloud	i0.15 o1.2	qwen3-next-80b-a3b-instruct
qwencloud	i0.15 o1.2	qwen3-next-80b-a3b-thinking
qwencloud	i0.4 o1.6	qwen3-vl-235b-a22b-instruct
qwencloud	i0.4 o4	qwen3-vl-235b-a22b-thinking
qwencloud	i0.16 o0.64	qwen3-vl-32b-instruct
qwencloud	i0.16 o2.87	qwen3-vl-32b-thinking
qwencloud	i0.2>32000:0.3>128000:0.6 o1.6>32000:2.4>128000:4.8	qwen3-vl-plus
qwencloud	i0.4>256000:0.5 o2.4>256000:3	qwen3.5-plus
qwencloud	i2.5 r0.5 w3.125 o7.5	qwen3.7-max
qwencloud	i0.4>256000:1.2 r0.08>256000:0.24 o1.6>256000:4.8	qwen3.7-plus
qwencloud	i2 r0.25 o6	qwen3.8-max
qwencloud	i0.8 o2.4	qwq-plus
refuseless	i0.14 r0.035 o0.5	deepseek-v4.1-flash-abliterated
refuseless	i0.05 r0.003 o0.15	deepseek-v4.1-flash-fast
refuseless	i1 r0.15 o2	glm-5.3-abliterated
refuseless	i0.12 r0.04 o0.5	glm-5.3-flash-abliterated
refuseless	i0.05 r0.002 o0.25	minimax-m3.1-flash
replicate	i1 o5	anthropic/claude-3.5-haiku
replicate	i3.75 o18.75	anthropic/claude-3.5-sonnet
replicate	i3 o15	anthropic/claude-3.7-sonnet
replicate	i3 o15	anthropic/claude-4-sonnet
replicate	i1 o5	anthropic/claude-4.5-haiku
replicate	i3 o15	anthropic/claude-4.5-sonnet
replicate	i3.75 o10 t10	deepseek-ai/deepseek-r1
replicate	i1.45 o1.45	deepseek-ai/deepseek-v3
replicate	i0.672 o2.016	deepseek-ai/deepseek-v3.1
replicate	i0.3 o2.5	google/gemini-2.5-flash
replicate	i2>200000:4 o12>200000:18	google/gemini-3-pro
replicate	i0.03 o0.25	ibm-granite/granite-3.3-8b-instruct
replicate	i0.1 o0.5	meta/llama-2-13b
replicate	i0.1 o0.5	meta/llama-2-13b-chat
replicate	i0.65 o2.75	meta/llama-2-70b
replicate	i0.65 o2.75	meta/llama-2-70b-chat
replicate	i0.05 o0.25	meta/llama-2-7b
replicate	i0.05 o0.25	meta/llama-2-7b-chat
replicate	i0.65 o2.75	meta/llama-3-70b
replicate	i0.65 o2.75	meta/llama-3-70b-instruct
replicate	i0.05 o0.25	meta/llama-3-8b
replicate	i0.05 o0.25	meta/llama-3-8b-instruct
replicate	i0.05 o0.25	mistralai/mistral-7b-instruct-v0.2
replicate	i0.05 o0.25	mistralai/mistral-7b-v0.1
replicate	i0.3 o1	mistralai/mixtral-8x7b-instruct-v0.1
replicate	i2 o8	openai/gpt-4.1
replicate	i0.4 o1.6	openai/gpt-4.1-mini
replicate	i0.1 o0.4	openai/gpt-4.1-nano
replicate	i2.5 o10	openai/gpt-4o
replicate	i0.15 o0.6	openai/gpt-4o-mini
replicate	i1.25 o10	openai/gpt-5
replicate	i0.25 o2	openai/gpt-5-mini
replicate	i0.05 o0.4	openai/gpt-5-nano
replicate	i0.18 o0.72	openai/gpt-oss-120b
replicate	i0.09 o0.36	openai/gpt-oss-20b
replicate	i15 o60 t60	openai/o1
replicate	i1.1 o4.4 t4.4	openai/o1-mini
replicate	i1 o4 t4	openai/o4-mini
replicate	i0.264 o1.06	qwen/qwen3-235b-a22b-instruct-2507
replicate	i7.2 o36	xai/grok-4
sail	i0.09 r0.02 o0.18|flex i0.05 r0.01 o0.09	deepseek-ai/DeepSeek-V4-Flash-0731
sail	i0.92 r0.04 o2.77|flex i0.46 r0.02 o1.39	deepseek-ai/DeepSeek-V4-Pro-0813
sail	i0.09 r0.006 o0.3|flex i0.05 r0.004 o0.15	deepseek-ai/DeepSeek-V4.1-Flash
sail	i0.3 r0.15 o2|flex i0.05 r0.02 o1	google/gemma-4-12B-it
sail	i0.4 r0.2 o0.6|flex i0.06 r0.02 o0.3	google/gemma-4-31B-it
sail	i1 r0.2 o4|flex i0.35 r0.1 o2	moonshotai/Kimi-K2.6
sail	i2.5 r0.25 o12.5|flex i1.25 r0.15 o6.25	moonshotai/Kimi-K3
sail	i0.14 r0.07 o0.4|flex i0.07 r0.04 o0.2	nvidia/Gemma-4-31B-IT-NVFP4
sail	i0.06 r0.03 o0.4	openai/gpt-oss-120b
sail	i0.05 r0.02 o0.4|flex i0.05 r0.02 o0.4	Qwen/Qwen3.6-35B-A3B
sail	i0.98 r0.18 o3.08|flex i0.4 r0.08 o1.8	zai-org/GLM-5.3
sail	i0.11 r0.02 o0.35|flex i0.05 r0.01 o0.18	zai-org/GLM-5.3-Flash
sambanova	i5 o7	DeepSeek-R1
sambanova	i3 o4.5	DeepSeek-V3.1
sambanova	i3 o4.5	DeepSeek-V3.2
sambanova	i0.38 o1.15	gemma-4-31B-it
sambanova	i0.22 o0.59	gpt-oss-120b
sambanova	i0.63 o1.8	Llama-4-Maverick-17B-128E-Instruct
sambanova	i0.6 o1.2	Meta-Llama-3.3-70B-Instruct
sambanova	i0.6 o2.4	MiniMax-M2.7
scaledown	i0.05 o0	classify
scaledown	i0.05 o0	compress
scaledown	i0.05 o0	decisions
scaledown	i0.05 o0	extract
scaledown	i0.05 o0	summarize
scaleway	i0.1 o0	BAAI/bge-multilingual-gemma2
scaleway	i0.4 r0.08 o0.8	deepseek-v4-flash-0731
scaleway	i1.8 o5.5	glm-5.2
scaleway	i0.25 o0.5	google/gemma-4-26b-a4b-it
scaleway	i0.9 o0.9	meta/llama-3.3-70b-instruct
scaleway	i1.5 o7.5	mistralai/mistral-medium-3.5-128b
scaleway	i0.15 o0.35	mistralai/mistral-small-3.2-24b-instruct-2506
scaleway	i0.2 o0.2	mistralai/pixtral-12b-2409
scaleway	i0.15 o0.6	openai/gpt-oss-120b
scaleway	i0.75 o2.25	qwen/qwen3-235b-a22b-instruct-2507
scaleway	i0.2 o0.8	qwen/qwen3-coder-30b-a3b-instruct
scaleway	i0.1 o0	qwen/qwen3-embedding-8b
scaleway	i0.6 o3.6	qwen/qwen3.5-397b-a17b
scaleway	i0.25 o1.5	qwen/qwen3.6-35b-a3b
scx-ai	i0.15 r0.01 o0.6	DeepSeek-V4.1-flash
scx-ai	i0.61 r0.22 o1.98	GLM-5.2
scx-ai	i0.98 r0.18 o3.08	GLM-5.3
scx-ai	i2.83 r0.28 o14.13	Kimi-K3
scx-ai	i1.65 r0.21 o4.99	Qwen3.8-Max
snowflake	i3 r0.3 o15	claude-3-5-sonnet
snowflake	i3 r0.3 o15	claude-3-7-sonnet
snowflake	i5 r0.5 o25	claude-4-opus
snowflake	i3 r0.3 o15	claude-4-sonnet
snowflake	i1 r0.1 o5	claude-haiku-4-5
snowflake	i3 r0.3 o15	claude-sonnet-4-5
snowflake	i3 r0.3 o15	claude-sonnet-4-6
snowflake	i1.35 o5.4	deepseek-r1
snowflake	i1.2 o1.2	llama3.1-405b
snowflake	i0.72 o0.72	llama3.1-70b
snowflake	i0.24 o0.24	llama3.1-8b
snowflake	i0.72 o0.72	llama3.3-70b
snowflake	i0.24 o0.97	llama4-maverick
snowflake	i2 o6	mistral-large2
snowflake	i2 r0.5 o8	openai-gpt-4.1
snowflake	i1.25 r0.125 o10	openai-gpt-5
snowflake	i0.3 o1.2	openai-gpt-5-mini
snowflake	i0.15 o0.6	openai-gpt-5-nano
snowflake	i0.07 o0	snowflake-arctic-embed-l-v2.0
snowflake	i0.07 o0	snowflake-arctic-embed-m-v2.0
snowflake	i0.72 o0.72	snowflake-llama-3.3-70b
streamlake	i0.571 r0.229 o2.286	deepseek-r1
streamlake	i0.286 r0.114 o1.143	DeepSeek-V3
streamlake	i0.571 r0.229 o1.714	deepseek-v3.1
streamlake	i0.14 r0.028 o0.28	deepseek-v4-flash
streamlake	i0.44 r0.014 o1.32	deepseek-v4-flash-0731
streamlake	i1.74 r0.145 o3.48	deepseek-v4-pro
streamlake	i1.32 r0.044 o3.96	DeepSeek-V4-Pro-0813
streamlake	i0.3 r0.006 o1.2	deepseek-v4.1-flash-1017
streamlake	i0.3 r0.006 o1.2	deepseek-v4.1-flash-260910
streamlake	i1 r0.2 o3.2	glm-5
streamlake	i1.4 r0.26 o4.4	glm-5.1
streamlake	i1.4 r0.26 o4.4	glm-5.2
streamlake	i1.4 r0.26 o4.4	GLM-5.3
streamlake	i0.15 r0.03 o0.5	GLM-5.3-Flash
streamlake	i0.571 r0.143 o2.286	Kimi-K2-Instruct-0905
streamlake	i0.95 r0.16 o4	kimi-k2.6
streamlake	i0.95 r0.19 o4	kimi-k2.7-code
streamlake	i0.14 r0.0028 o0.28	mimo-v2.6-flash
streamlake	i0.435 r0.0036 o0.87	mimo-v2.6-pro
streamlake	i0.3 r0.03 w0.375 o1.2	minimax-m2.5
streamlake	i0.6>512000:1.2 r0.12>512000:0.24 o2.4>512000:4.8	minimax-m3
streamlake	i0.6 r0.12 o3.6	qwen3.5-397b-a17b
streamlake	i0.6 o3.6	qwen3.6-27b
streamlake	i0.375 o2.25	qwen3.6-35b-a3b
streamlake	i2 r0.25 w2.5 o6	qwen3.8-2.4t-a95b
streamlake	i0.5 r0.1 w0.625 o3	qwen3.8-27b
tencent	i0.14 r0.0028 w0 o0.28	deepseek-v4-flash
tencent	i1.74 r0.145 w0 o3.48	deepseek-v4-pro
tencent	i1.32 r0.044 w0 o3.96	deepseek-v4-pro-0813
tencent	i0.3 r0.006 w0 o1.2	deepseek-v4.1-flash
tencent	i1.4 r0.26 w0 o4.4	glm-5.2
tencent	i1.4 r0.26 w0 o4.4	glm-5.3
tencent	i0.15 r0.03 w0 o0.5	glm-5.3-flash
tencent	i0.37 r0.075 w0 o1.25	glm-5.3-flashx
tencent	i0.95 r0.19 w0 o4	kimi-k2.7-code
tencent	i1.9 r0.38 w0 o8	kimi-k2.7-code-highspeed
tencent	i1 r0.25 w0 o4	kimi-k2.8-preview
tencent	i3 r0.3 w0 o15	kimi-k3
tencent	i0.3 r0.06 w0 o1.2	minimax-m3
tensormesh	i0.14 r0 o0.28	deepseek-ai/DeepSeek-V4-Flash
tensormesh	i0.14 r0 o0.56	google/gemma-4-31B-it
tensormesh	i1.4 r0 o4.4	lukealonso/GLM-5.1-NVFP4-MTP
tensormesh	i0.3 r0 o1.2	MiniMaxAI/MiniMax-M2.5
tensormesh	i0.96 r0 o4	moonshotai/Kimi-K2.6
tensormesh	i0.15 r0 o0.6	openai/gpt-oss-120b
tensormesh	i0.07 r0 o0.28	openai/gpt-oss-20b
tensormesh	i0.45 r0 o1.8	Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8
tensormesh	i0.6 r0 o3.6	Qwen/Qwen3.5-397B-A17B-FP8
tensormesh	i0.32 r0 o3.2	Qwen/Qwen3.6-27B-FP8
text-completion-inception	i0.25 r0.025 o0.75	mercury-edit-2
together	i0.2 o0.2	allenai/OLMo-7B	allenai/OLMo-7B-Instruct	allenai/OLMo-7B-Twin-2T
together	i0.045 o0.15	arcee-ai/trinity-mini
together	i0.1 o0.1	arize-ai/qwen-2-1.5b-instruct
together	i0.3 o0.3	Austism/chronos-hermes-13b
together	i0.008 o0	BAAI/bge-base-en-v1.5
together	i0.225 o0.225	codellama/CodeLlama-13b-Instruct-hf
together	i0.776 o0.776	codellama/CodeLlama-34b-Instruct-hf
together	i0.9 o0.9	codellama/CodeLlama-70b-Instruct-hf
together	i0.2 o0.2	codellama/CodeLlama-7b-Instruct-hf
together	i0.8 o0.8	deepseek-ai/deepseek-coder-33b-instruct
together	i3 o7	deepseek-ai/DeepSeek-R1-0528
together	i2 o2	deepseek-ai/DeepSeek-R1-Distill-Llama-70B
together	i0.18 o0.18	deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B
together	i1.6 o1.6	deepseek-ai/DeepSeek-R1-Distill-Qwen-14B
together	i1.25 o1.25	deepseek-ai/DeepSeek-V3
together	i0.6 o1.7	deepseek-ai/DeepSeek-V3.1
together	i0.14 r0.03 o0.28	deepseek-ai/DeepSeek-V4-Flash-0731
together	i1.32 r0.13 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813
together	i0.3 r0.006 o1.2	deepseek-ai/DeepSeek-V4.1-Flash	deepseek-ai/DeepSeek-V4.1-Flash-1017
together	i0.9 o0.9	garage-bAInd/Platypus2-70B-instruct
together	i0.8 o0.8	google/gemma-2-27b-it
together	i0.1 o0.1	google/gemma-2b	google/gemma-2b-it
together	i0.39 o0.97	google/gemma-4-31B-it
together	i0.2 o0.2	google/gemma-7b	google/gemma-7b-it
together	i0.3 o0.3	Gryphe/MythoMax-L2-13b
together	i0.3 o0.3	lmsys/vicuna-13b-v1.5
together	i0.2 o0.2	lmsys/vicuna-7b-v1.5
together	i0.225 o0.225	meta-llama/Llama-2-13b-chat-hf
together	i0.9 o0.9	meta-llama/Llama-2-70b-chat-hf
together	i0.2 o0.2	meta-llama/Llama-2-7b-chat-hf
together	i0.9 o0.9	meta-llama/Llama-3-70b-chat-hf
together	i0.2 o0.2	meta-llama/Llama-3-8b-chat-hf
together	i3.5 o3.5	meta-llama/Llama-3.1-405B-Instruct
together	i0.06 o0.06	meta-llama/Llama-3.2-1B-Instruct
together	i0.06 o0.06	meta-llama/Llama-3.2-3B-Instruct
together	i0.88 o0.88	meta-llama/Llama-3.3-70B-Instruct-Turbo
together	i0.27 o0.85	meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8
together	i0.18 o0.59	meta-llama/Llama-4-Scout-17B-16E-Instruct
together	i0.54 o0.54	meta-llama/Meta-Llama-3-70B-Instruct-Lite
together	i0.88 o0.88	meta-llama/Meta-Llama-3-70B-Instruct-Turbo
together	i0.2 o0.2	meta-llama/Meta-Llama-3-8B-Instruct
together	i0.1 o0.1	meta-llama/Meta-Llama-3-8B-Instruct-Lite
together	i0.18 o0.18	meta-llama/Meta-Llama-3-8B-Instruct-Turbo
together	i3.5 o3.5	meta-llama/Meta-Llama-3.1-405B-Instruct-Turbo
together	i0.88 o0.88	meta-llama/Meta-Llama-3.1-70B-Instruct-Turbo
together	i0.2 o0.2	meta-llama/Meta-Llama-3.1-8B
together	i0.18 o0.18	meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo
together	i0.88 o0.88	meta-llama/Meta-Llama-3.3-70B-Instruct-Turbo
together	i0.35 r0.04 o1.5	meta-models/Muse-Glimmer-30B
together	i1.25 r0.15 o4.25	meta-models/Muse-Spark-Open-816B-A42B
together	i0.1 o0.1	microsoft/phi-2
together	i1.2 o1.2	microsoft/WizardLM-2-8x22B
together	i0.3 r0.06 o1.2	MiniMaxAI/MiniMax-M2.7
together	i0.3 r0.06 o1.2	MiniMaxAI/MiniMax-M3
together	i0.15 r0.015 o0.6	MiniMaxAI/MiniMax-M3.1-Flash
together	i0.2 o0.2	mistralai/Ministral-3-14B-Instruct-2512
together	i0.2 o0.2	mistralai/Mistral-7B-Instruct-v0.1
together	i0.2 o0.2	mistralai/Mistral-7B-Instruct-v0.2
together	i0.2 o0.2	mistralai/Mistral-7B-Instruct-v0.3
together	i0.2 o0.2	mistralai/Mistral-7B-v0.1
together	i0.1 o0.3	mistralai/Mistral-Small-24B-Instruct-2501
together	i2.4 o2.4	mistralai/Mixtral-8x22B-Instruct-v0.1
together	i0.9 o0.9	mistralai/Mixtral-8x7B-Instruct-v0.1
together	i0.9 o0.9	mistralai/Mixtral-8x7B-v0.1
together	i1 o3	moonshotai/Kimi-K2-Instruct
together	i0.5 o2.8	moonshotai/Kimi-K2.5-fp4
together	i1.2 r0.2 o4.5	moonshotai/Kimi-K2.6
together	i0.95 r0.19 o4	moonshotai/Kimi-K2.7-Code
together	i3 r0.3 o15	moonshotai/Kimi-K3
together	i2 r0.2 o10	moonshotai/Kimi-K3.1-Pro
together	i0.3 o0.3	Nexusflow/NexusRaven-V2-13B
together	i0.2 o0.2	NousResearch/Nous-Capybara-7B-V1p9
together	i0.9 o0.9	NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO
together	i0.9 o0.9	NousResearch/Nous-Hermes-2-Mixtral-8x7B-SFT
together	i0.8 o0.8	NousResearch/Nous-Hermes-2-Yi-34B
together	i0.2 o0.2	NousResearch/Nous-Hermes-llama-2-7b
together	i0.225 o0.225	NousResearch/Nous-Hermes-Llama2-13b
together	i0.88 o0.88	nvidia/Llama-3.1-Nemotron-70B-Instruct-HF
together	i0.6 r0.2 o3.6	nvidia/nemotron-3-ultra-550b-a55b
together	i0.15 r0.02 o0.5	nvidia/NVIDIA-Nemotron-3.5-Super-VL
together	i0.06 o0.25	nvidia/NVIDIA-Nemotron-Nano-9B-v2
together	i0.2 o0.2	Open-Orca/Mistral-7B-OpenOrca
together	i0.15 o0.6	openai/gpt-oss-120b
together	i0.05 o0.2	openai/gpt-oss-20b
together	i0.2 o0.2	openchat/openchat-3.5-1210
together	i0.1 o0.1	Qwen/Qwen1.5-0.5B	Qwen/Qwen1.5-0.5B-Chat
together	i0.1 o0.1	Qwen/Qwen1.5-1.8B	Qwen/Qwen1.5-1.8B-Chat
together	i0.3 o0.3	Qwen/Qwen1.5-14B	Qwen/Qwen1.5-14B-Chat
together	i0.1 o0.1	Qwen/Qwen1.5-4B	Qwen/Qwen1.5-4B-Chat
together	i0.9 o0.9	Qwen/Qwen1.5-72B
together	i0.2 o0.2	Qwen/Qwen1.5-7B	Qwen/Qwen1.5-7B-Chat
together	i0.02 o0.02	Qwen/Qwen2-1.5B-Instruct
together	i0.9 o0.9	Qwen/Qwen2-72B-Instruct
together	i1.2 o1.2	Qwen/Qwen2-VL-72B-Instruct
together	i0.8 o0.8	Qwen/Qwen2.5-14B-Instruct
together	i1.2 o1.2	Qwen/Qwen2.5-72B-Instruct
together	i1.2 o1.2	Qwen/Qwen2.5-72B-Instruct-Turbo
together	i0.3 o0.3	Qwen/Qwen2.5-7B-Instruct-Turbo
together	i0.8 o0.8	Qwen/Qwen2.5-Coder-32B-Instruct
together	i1.95 o8	Qwen/Qwen2.5-VL-72B-Instruct
together	i2 o2	Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8
together	i0.5 o1.2	Qwen/Qwen3-Coder-Next-FP8
together	i0.15 o1.5	Qwen/Qwen3-Next-80B-A3B-Instruct
together	i0.15 o1.5	Qwen/Qwen3-Next-80B-A3B-Thinking
together	i0.5 o1.5	Qwen/Qwen3-VL-32B-Instruct
together	i0.18 o0.68	Qwen/Qwen3-VL-8B-Instruct
together	i0.6 r0.35 o3.6	Qwen/Qwen3.5-397B-A17B
together	i0.17 o0.25	Qwen/Qwen3.5-9B
together	i0.5 o3	Qwen/Qwen3.6-Plus
together	i2.5 r0.5 o7.5	Qwen/Qwen3.7-Max
together	i0.32 o1.28	Qwen/Qwen3.7-Plus
together	i2 r0.5 o6	Qwen/Qwen3.8-2.4T-A95B
together	i0.15 o0.47	Qwen/Qwen3.8-Flash
together	i1.2 o1.2	Qwen/QwQ-32B
together	i0.4 r0.04 o1.2	reflection/Beam-1.0-501B-A23B
together	i0.2 o0.6	ricursive-ai/Ripple-65B-Preview
together	i0.1 o0	Salesforce/Llama-Rank-V1
together	i0.2 o0.2	snorkelai/Snorkel-Mistral-PairRM-DPO
together	i0.2 o0.2	teknium/OpenHermes-2-Mistral-7B
together	i0.2 o0.2	teknium/OpenHermes-2p5-Mistral-7B
together	i1 r0.17 o4.05	thinkingmachines/Inkling
together	i0.8 o0.8	together-ai-21.1b-41b
together	i0.2 o0.2	together-ai-4.1b-8b
together	i0.9 o0.9	together-ai-41.1b-80b
together	i0.3 o0.3	together-ai-8.1b-21b
together	i1.8 o1.8	together-ai-81.1b-110b
together	i0.016 o0	together-ai-embedding-151m-to-350m
together	i0.008 o0	together-ai-embedding-up-to-150m
together	i0.1 o0.1	together-ai-up-to-4b
together	i0.04;@2026-10-19 i0.042	together/Tev1-4B-experimental
together	i0.2 o0.2	togethercomputer/alpaca-7b
together	i0.2 o0.2	togethercomputer/GPT-JT-Moderation-6B
together	i0.2 o0.2	togethercomputer/Llama-2-7B-32K-Instruct
together	i0.2 o0.2	togethercomputer/RedPajama-INCITE-7B-Base
together	i0.2 o0.2	togethercomputer/RedPajama-INCITE-7B-Chat
together	i0.2 o0.2	togethercomputer/RedPajama-INCITE-7B-Instruct
together	i0.1 o0.1	togethercomputer/RedPajama-INCITE-Base-3B-v1
together	i0.1 o0.1	togethercomputer/RedPajama-INCITE-Chat-3B-v1
together	i0.1 o0.1	togethercomputer/RedPajama-INCITE-Instruct-3B-v1
together	i0.2 o0.2	togethercomputer/StripedHyena-Hessian-7B
together	i0.2 o0.2	togethercomputer/StripedHyena-Nous-7B
together	i0.3 o0.3	Undi95/ReMM-SLERP-L2-13B
together	i0.2 o0.2	Undi95/Toppy-M-7B
together	i0.3 o0.3	upstage/SOLAR-10.7B-Instruct-v1.0
together	i0.3 o0.3	WizardLM/WizardLM-13B-V1.2
together	i0.2 o1.1	zai-org/GLM-4.5-Air-FP8
together	i0.6 o2.2	zai-org/GLM-4.6
together	i0.45 o2	zai-org/GLM-4.7
together	i1 o3.2	zai-org/GLM-5
together	i1.4 r0.26 o4.4	zai-org/GLM-5.1
together	i1.4 r0.26 o4.4	zai-org/GLM-5.2
together	i1.4 r0.26 o4.4	zai-org/GLM-5.3
together	i0.15 r0.03 o0.5	zai-org/GLM-5.3-Flash
together	i0.8 o0.8	zero-one-ai/Yi-34B
together	i0.2 o0.2	zero-one-ai/Yi-6B
typesafe	i0.042	jev-1.13.0
typesafe	i0.042	jev-1.14.0	jev-preview	jev-latest
v0	i3 o15	v0-1.0-md
v0	i15 o75	v0-1.5-lg
v0	i3 o15	v0-1.5-md
vercel	i0.08 o0.24	alibaba/qwen-3-14b
vercel	i0.2 o0.6	alibaba/qwen-3-235b
vercel	i0.1 o0.3	alibaba/qwen-3-30b
vercel	i0.1 o0.3	alibaba/qwen-3-32b
vercel	i0.4 o1.6	alibaba/qwen3-coder
vercel	i0.06 o0.24	amazon/nova-lite
vercel	i0.035 o0.14	amazon/nova-micro
vercel	i0.8 o3.2	amazon/nova-pro
vercel	i0.02 o0	amazon/titan-embed-text-v2
vercel	i3 r0.3 w3.75 o15	anthropic/claude-3-5-sonnet
vercel	i3 r0.3 w3.75 o15	anthropic/claude-3-5-sonnet-20241022
vercel	i3 r0.3 w3.75 o15	anthropic/claude-3-7-sonnet
vercel	i0.25 r0.03 w0.3 o1.25	anthropic/claude-3-haiku
vercel	i15 r1.5 w18.75 o75	anthropic/claude-3-opus
vercel	i0.8 r0.08 w1 o4	anthropic/claude-3.5-haiku
vercel	i3 r0.3 w3.75 o15	anthropic/claude-3.5-sonnet
vercel	i3 r0.3 w3.75 o15	anthropic/claude-3.7-sonnet
vercel	i15 r1.5 w18.75 o75	anthropic/claude-4-opus
vercel	i3 r0.3 w3.75 o15	anthropic/claude-4-sonnet
vercel	i1 r0.1 w1.25 o5	anthropic/claude-haiku-4.5
vercel	i15 r1.5 w18.75 o75	anthropic/claude-opus-4
vercel	i15 r1.5 w18.75 o75	anthropic/claude-opus-4.1
vercel	i5 r0.5 w6.25 o25	anthropic/claude-opus-4.5
vercel	i5 r0.5 w6.25 o25	anthropic/claude-opus-4.6
vercel	i3 r0.3 w3.75 o15	anthropic/claude-sonnet-4
vercel	i3 r0.3 w3.75 o15	anthropic/claude-sonnet-4.5
vercel	i2.5 o10	cohere/command-a
vercel	i0.15 o0.6	cohere/command-r
vercel	i2.5 o10	cohere/command-r-plus
vercel	i0.12 o0	cohere/embed-v4.0
vercel	i0.55 o2.19	deepseek/deepseek-r1
vercel	i0.75 o0.99	deepseek/deepseek-r1-distill-llama-70b
vercel	i0.9 o0.9	deepseek/deepseek-v3
vercel	i0.3 r0.03 o2.5	google/gemini-2.5-flash
vercel	i1.25>200000:2.5 r0.125>200000:0.25 o10>200000:15	google/gemini-2.5-pro
vercel	i0.15 o0	google/gemini-embedding-001
vercel	i0.2 o0.2	google/gemma-2-9b
vercel	i0.025 o0	google/text-embedding-005
vercel	i0.025 o0	google/text-multilingual-embedding-002
vercel	i0.25 o1	inception/mercury-coder-small
vercel	i0.59 o0.79	meta/llama-3-70b
vercel	i0.05 o0.08	meta/llama-3-8b
vercel	i0.72 o0.72	meta/llama-3.1-70b
vercel	i0.05 o0.08	meta/llama-3.1-8b
vercel	i0.16 o0.16	meta/llama-3.2-11b
vercel	i0.1 o0.1	meta/llama-3.2-1b
vercel	i0.15 o0.15	meta/llama-3.2-3b
vercel	i0.72 o0.72	meta/llama-3.2-90b
vercel	i0.72 o0.72	meta/llama-3.3-70b
vercel	i0.2 o0.6	meta/llama-4-maverick
vercel	i0.1 o0.3	meta/llama-4-scout
vercel	i0.3 o0.9	mistral/codestral
vercel	i0.15 o0	mistral/codestral-embed
vercel	i0.07 o0.28	mistral/devstral-small
vercel	i2 o5	mistral/magistral-medium
vercel	i0.5 o1.5	mistral/magistral-small
vercel	i0.04 o0.04	mistral/ministral-3b
vercel	i0.1 o0.1	mistral/ministral-8b
vercel	i0.1 o0	mistral/mistral-embed
vercel	i2 o6	mistral/mistral-large
vercel	i0.79 o0.79	mistral/mistral-saba-24b
vercel	i0.1 o0.3	mistral/mistral-small
vercel	i1.2 o1.2	mistral/mixtral-8x22b-instruct
vercel	i0.15 o0.15	mistral/pixtral-12b
vercel	i2 o6	mistral/pixtral-large
vercel	i0.55 o2.2	moonshotai/kimi-k2
vercel	i0.8 o1.2	morph/morph-v3-fast
vercel	i0.9 o1.9	morph/morph-v3-large
vercel	i0.5 o1.5	openai/gpt-3.5-turbo
vercel	i1.5 o2	openai/gpt-3.5-turbo-instruct
vercel	i10 o30	openai/gpt-4-turbo
vercel	i2 r0.5 w0 o8	openai/gpt-4.1
vercel	i0.4 r0.1 w0 o1.6	openai/gpt-4.1-mini
vercel	i0.1 r0.025 w0 o0.4	openai/gpt-4.1-nano
vercel	i2.5 r1.25 w0 o10	openai/gpt-4o
vercel	i0.15 r0.075 w0 o0.6	openai/gpt-4o-mini
vercel	i15 r7.5 w0 o60	openai/o1
vercel	i2 r0.5 w0 o8	openai/o3
vercel	i1.1 r0.55 w0 o4.4	openai/o3-mini
vercel	i1.1 r0.275 w0 o4.4	openai/o4-mini
vercel	i0.13 o0	openai/text-embedding-3-large
vercel	i0.02 o0	openai/text-embedding-3-small
vercel	i0.1 o0	openai/text-embedding-ada-002
vercel	i1 o1	perplexity/sonar
vercel	i3 o15	perplexity/sonar-pro
vercel	i1 o5	perplexity/sonar-reasoning
vercel	i2 o8	perplexity/sonar-reasoning-pro
vercel	i3 o15	vercel/v0-1.0-md
vercel	i3 o15	vercel/v0-1.5-md
vercel	i2 o10	xai/grok-2
vercel	i2 o10	xai/grok-2-vision
vercel	i3 o15	xai/grok-3
vercel	i5 o25	xai/grok-3-fast
vercel	i0.3 o0.5	xai/grok-3-mini
vercel	i0.6 o4	xai/grok-3-mini-fast
vercel	i3 o15	xai/grok-4
vercel	i0.6 o2.2	zai/glm-4.5
vercel	i0.2 o1.1	zai/glm-4.5-air
vercel	i0.45 r0.11 o1.8	zai/glm-4.6
volcengine	i0.46>32000:0.7>128000:1.4 o2.3>32000:3.5>128000:7	doubao-seed-2-0-code-preview-260215
volcengine	i0.087>32000:0.13>128000:0.26 o0.52>32000:0.78>128000:1.6	doubao-seed-2-0-lite-260215
volcengine	i0.029>32000:0.058>128000:0.12 o0.29>32000:0.58>128000:1.2	doubao-seed-2-0-mini-260215
volcengine	i0.46>32000:0.7>128000:1.4 o2.3>32000:3.5>128000:7	doubao-seed-2-0-pro-260215
volcengine	i0.115 r0.023 o0.388126 a1.725	doubao-seed-2-1-lite-260915
volcengine	i0.8625 r0.1725 o4.3125	doubao-seed-2-1-pro-260628
volcengine	i0.8625 r0.1725 o4.3125	doubao-seed-2-1-pro-260915
volcengine	i0.43125 r0.08625 o2.15625	doubao-seed-2-1-turbo-260628
voyageai	i0.05 o0	rerank-1
voyageai	i0.05 o0	rerank-2
voyageai	i0.02 o0	rerank-2-lite
voyageai	i0.05 o0	rerank-2.5
voyageai	i0.02 o0	rerank-2.5-lite
voyageai	i0.05 o0	rerank-3
voyageai	i0.02 o0	rerank-3-lite
voyageai	i0.02 o0	rerank-lite-1
voyageai	i0.1	voyage-01
voyageai	i0.1	voyage-02
voyageai	i0.1	voyage-2
voyageai	i0.06	voyage-3
voyageai	i0.18	voyage-3-large
voyageai	i0.02	voyage-3-lite
voyageai	i0.06	voyage-3.5
voyageai	i0.02	voyage-3.5-lite
voyageai	i0.06	voyage-4
voyageai	i0.12	voyage-4-large
voyageai	i0.02	voyage-4-lite
voyageai	i0.12	voyage-code-2
voyageai	i0.18	voyage-code-3
voyageai	i0.12	voyage-code-4
voyageai	i0.18	voyage-context-3
voyageai	i0.12	voyage-context-4
voyageai	i0.12	voyage-finance-2
voyageai	i0.12	voyage-large-2
voyageai	i0.12	voyage-large-2-instruct
voyageai	i0.12	voyage-law-2
voyageai	i0.1	voyage-lite-01
voyageai	i0.1	voyage-lite-01-instruct
voyageai	i0.1	voyage-lite-02-instruct
voyageai	i0.12	voyage-multilingual-2
voyageai	i0.12 o0	voyage-multimodal-3
voyageai	i0.12 o0	voyage-multimodal-3.5
wandb	i0.55 o1.65	deepseek-ai/DeepSeek-V3.1
wandb	i0.14 r0.07 o0.28	deepseek-ai/DeepSeek-V4-Flash
wandb	i0.13 r0.07 o0.28	deepseek-ai/DeepSeek-V4-Flash-0731
wandb	i1.15 r0.2 o2.55	deepseek-ai/DeepSeek-V4-Pro
wandb	i1.31 r0.044 o3.96	deepseek-ai/DeepSeek-V4-Pro-0813
wandb	i0.2 r0.03 o0.65	deepseek-ai/DeepSeek-V4.1-Flash
wandb	i0.1 r0.05 o0.3	google/gemma-4-26B-A4B-it
wandb	i0.1 o0.34	google/gemma-4-31B-it
wandb	i0.05 o0.1	ibm-granite/granite-4.1-8b
wandb	i0.1 r0.05 o0.15	ibm-granite/granite-4.2-8b
wandb	i0.05 o0.1	JetBrains/Mellum2-12B-A2.5B-Instruct
wandb	i0.8 o0.8	meta-llama/Llama-3.1-70B-Instruct
wandb	i0.22 o0.22	meta-llama/Llama-3.1-8B-Instruct
wandb	i0.71 o0.71	meta-llama/Llama-3.3-70B-Instruct
wandb	i0.23 r0.05 o0.96	MiniMaxAI/MiniMax-M3
wandb	i0.6 r0.1 o3	moonshotai/Kimi-K2.5
wandb	i0.65 r0.15 o3.41	moonshotai/Kimi-K2.6
wandb	i0.71 r0.15 o3.5	moonshotai/Kimi-K2.7-Code
wandb	i0.5 r0.1 o2.15	nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B
wandb	i0.07 r0.04 o0.2	nvidia/NVIDIA-Nemotron-3.5-Lightning-30B-A3B
wandb	i0.25 r0.05 o1.5	nvidia/NVIDIA-Nemotron-3.5-Super-VL-120B-A12B
wandb	i0.03 o0.17	openai/gpt-oss-120b
wandb	i0.03 o0.13	openai/gpt-oss-20b
wandb	i0.05 o0.22	OpenPipe/Qwen3-14B-Instruct
wandb	i0.1 o0.3	Qwen/Qwen3-30B-A3B-Instruct-2507
wandb	i0.25 o1.25	Qwen/Qwen3.5-35B-A3B
wandb	i0.6 r0.12 o3.6	Qwen/Qwen3.6-27B
wandb	i0.25 o1.25	Qwen/Qwen3.6-35B-A3B
wandb	i0.4 r0.15 o3	Qwen/Qwen3.8-27B
wandb	i1 r0.1 o3	reflection/Beam-1.0-501B-A23B
wandb	i0.76 r0.14 o2.42	zai-org/GLM-5.2
wandb	i1.2 r0.19 o4	zai-org/GLM-5.3
wandb	i0.15 r0.05 o0.5	zai-org/GLM-5.3-Flash
watsonx	i1.908 o1.908	bigscience/mt0-xxl
watsonx	i1.908 o1.908	bigscience/mt0-xxl-13b
watsonx	i500 o2000	core42/jais-13b-chat
watsonx	i0.6 o0.6	google/flan-t5-xl-3b
watsonx	i0.6 o0.6	ibm/granite-13b-chat-v2
watsonx	i0.6 o0.6	ibm/granite-13b-instruct-v2
watsonx	i0.2 o0.2	ibm/granite-3-3-8b-instruct
watsonx	i0.2 o0.2	ibm/granite-3-8b-instruct
watsonx	i0.0636 o0.265	ibm/granite-4-h-small
watsonx	i0.1 o0.1	ibm/granite-guardian-3-2-2b
watsonx	i0.2 o0.2	ibm/granite-guardian-3-3-8b
watsonx	i0.38 o0.38	ibm/granite-ttm-1024-96-r2
watsonx	i0.38 o0.38	ibm/granite-ttm-1536-96-r2
watsonx	i0.38 o0.38	ibm/granite-ttm-512-96-r2
watsonx	i0.1 o0.1	ibm/granite-vision-3-2-2b
watsonx	i0.35 o0.35	meta-llama/llama-3-2-11b-vision-instruct
watsonx	i0.1 o0.1	meta-llama/llama-3-2-1b-instruct
watsonx	i0.15 o0.15	meta-llama/llama-3-2-3b-instruct
watsonx	i2 o2	meta-llama/llama-3-2-90b-vision-instruct
watsonx	i0.7526 o0.7526	meta-llama/llama-3-3-70b-instruct
watsonx	i0.371 o1.484	meta-llama/llama-4-maverick-17b
watsonx	i0.371 o1.484	meta-llama/llama-4-maverick-17b-128e-instruct-fp8
watsonx	i0.35 o0.35	meta-llama/llama-guard-3-11b-vision
watsonx	i3 o10	mistralai/mistral-large
watsonx	i3 o10	mistralai/mistral-medium-2505
watsonx	i0.1 o0.3	mistralai/mistral-small-2503
watsonx	i0.106 o0.318	mistralai/mistral-small-3-1-24b-instruct-2503
watsonx	i0.35 o0.35	mistralai/pixtral-12b-2409
watsonx	i0.159 o0.636	openai/gpt-oss-120b
watsonx	i1.8 o1.8	sdaia/allam-1-13b-instruct
x-ai	i2 o10	grok-2-1212	grok-2	grok-2-latest
x-ai	i2 o10	grok-2-vision-1212	grok-2-vision	grok-2-vision-latest
x-ai	i3 r0.75 o15	grok-3	grok-3-latest	grok-3-beta
x-ai	i5 r1.25 o25	grok-3-fast	grok-3-fast-latest	grok-3-fast-beta
x-ai	i0.3 r0.075 o0.5	grok-3-mini	grok-3-mini-beta	grok-3-mini-latest
x-ai	i0.6 r0.15 o4	grok-3-mini-fast	grok-3-mini-fast-beta	grok-3-mini-fast-latest
x-ai	i3 r0.75 o15	grok-4-0709	grok-4	grok-4-latest
x-ai	i0.2 r0.05 o0.5	grok-4-1-fast-non-reasoning	grok-4-1-fast-non-reasoning-latest
x-ai	i0.2 r0.05 o0.5	grok-4-1-fast-reasoning	grok-4-1-fast	grok-4-1-fast-reasoning-latest
x-ai	i0.2 r0.05 o0.5	grok-4-fast-non-reasoning	grok-4-fast-non-reasoning-latest
x-ai	i0.2 r0.05 o0.5	grok-4-fast-reasoning	grok-4-fast	grok-4-fast-reasoning-latest
x-ai	i2>199999:4 r0.2>199999:0.4 o6>199999:12;@2026-04-30 i1.25>199999:2.5 r0.2>199999:0.4 o2.5>199999:5|batch @2026-10-14 i1>199999:2 r0.16>199999:0.32 o2>199999:4	grok-4.20	grok-4.20-0309-reasoning	grok-4.20-0309-non-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5|batch i1>200000:2 r0.16>200000:0.32 o2>200000:4	grok-4.20-0309
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-0309
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-0309-non-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-0309-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-latest
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-latest-non-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-latest-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-non-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-beta-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-experimental-beta-0304
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-experimental-beta-0304-non-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-experimental-beta-0304-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-experimental-beta-latest
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-experimental-beta-non-reasoning-latest
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-experimental-beta-reasoning-latest
x-ai	i2>199999:4 r0.2>199999:0.4 o6>199999:12;@2026-04-30 i1.25>199999:2.5 r0.2>199999:0.4 o2.5>199999:5|batch @2026-10-14 i1>199999:2 r0.16>199999:0.32 o2>199999:4	grok-4.20-multi-agent-0309	grok-4.20-multi-agent	grok-4.20-multi-agent-beta-0309	grok-4.20-multi-agent-latest	grok-4.20-multi-agent-beta-latest
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-multi-agent-experimental-beta-0304
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-multi-agent-experimental-beta-latest
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5|batch i1>200000:2 r0.16>200000:0.32 o2>200000:4	grok-4.20-non-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-non-reasoning-gv2
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5|batch i1>200000:2 r0.16>200000:0.32 o2>200000:4	grok-4.20-non-reasoning-latest
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5|batch i1>200000:2 r0.16>200000:0.32 o2>200000:4	grok-4.20-reasoning
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5	grok-4.20-reasoning-gv2
x-ai	i1.25>200000:2.5 r0.2>200000:0.4 o2.5>200000:5|batch i1>200000:2 r0.16>200000:0.32 o2>200000:4	grok-4.20-reasoning-latest
x-ai	i1.25>199999:2.5 r0.2>199999:0.4 o2.5>199999:5|batch @2026-10-14 i1>199999:2 r0.16>199999:0.32 o2>199999:4	grok-4.3	x-ai/grok-4.3	grok-4.3-latest
x-ai	i2>199999:4 r0.3>199999:0.6 o6>199999:12	grok-4.5	x-ai/grok-4.5	grok-4.5-latest	grok-latest
x-ai	i2>199999:4 r0.5>199999:1 o6>199999:12	grok-4.6	x-ai/grok-4.6	grok-4.6-latest
x-ai	i2>199999:4 r0.5>199999:1 o6>199999:12	grok-4.7	x-ai/grok-4.7	grok-4.7-latest
x-ai	i1>199999:2 r0.2>199999:0.4 o2>199999:4	grok-build-0.1
x-ai	i2>200000:4 r0.3>200000:0.6 o6>200000:12	grok-build-latest
x-ai	i0.2 r0.02 o1.5	grok-code-fast-1	grok-code-fast	grok-code-fast-1-0825
xiaomi_mimo	i0.14 r0.0028 o0.28	mimo-v2.6-flash
xiaomi_mimo	i0.435 r0.0036 o0.87	mimo-v2.6-pro
zai	i0.1 o0.1	GLM-4-32B-0414-128K	glm-4-32b-0414-128k
zai	i0.6 r0.11 o2.2	GLM-4.5	glm-4.5
zai	i0.2 r0.03 o1.1	GLM-4.5-Air	glm-4.5-air
zai	i1.1 r0.22 o4.5	GLM-4.5-AirX	glm-4.5-airx
zai	i2.2 r0.45 o8.9	GLM-4.5-X	glm-4.5-x
zai	i0.6 r0.11 o1.8	GLM-4.5V	glm-4.5v
zai	i0.6 r0.11 o2.2	GLM-4.6	glm-4.6
zai	i0.3 r0.05 o0.9	GLM-4.6V	glm-4.6v
zai	i0.04 r0.004 o0.4	GLM-4.6V-FlashX	glm-4.6v-flashx
zai	i0.6 r0.11 o2.2	GLM-4.7	glm-4.7
zai	i0.07 r0.01 o0.4	GLM-4.7-FlashX	glm-4.7-flashx
zai	i1 r0.2 o3.2	GLM-5	glm-5
zai	i1.2 r0.3 w0 o5	glm-5-code
zai	i1.4 r0.26 o4.4	GLM-5.1	glm-5.1
zai	i1.4 r0.26 o4.4	GLM-5.2	glm-5.2
zai	i1.4 r0.26 o4.4	GLM-5.3	glm-5.3
zai	i0.075 r0.015 o0.25;@2026-09-10 i0.15 r0.03 o0.5	GLM-5.3-Flash	glm-5.3-flash
zai	i0.37 r0.075 o1.25	GLM-5.3-FlashX	glm-5.3-flashx	GLM-5.3-FlashX-Legal	glm-5.3-flashx-legal
zai	i1.2 r0.24 o4	glm-5v-turbo
zai	i0.03 o0.03	GLM-OCR	glm-ocr
zerogpu	i0.3 r0.003 o1.2	deepseek-v4.1-flash
zerogpu	i0.1 r0.015 o0.35	glm-5.3-flash
zerogpu	i0.4 r0.1 o1.6	gpt-4.1-mini
zerogpu	i0.2 r0.02 o1.25	gpt-5.4-nano
zerogpu	i0.2 r0.2 o1.2	gpt-5.6-luna
zerogpu	i0.1 r0.01 o0.5	gpt-6-luna
zerogpu	i0.15 r0.03 o0.6	gpt-oss-120b
zerogpu	i0.02 o0.05	LFM2.5-1.2B-Instruct
zerogpu	i0.02 o0.05	LFM2.5-1.2B-Thinking
zerogpu	i0.15 r0.025 o0.28	llama-3.1-8b-instruct-fast
zerogpu	i0.05 r0.025 o0.3	llama-3.2-3b-instruct-fast
zerogpu	i0.1 r0.05 o0.45	qwen3-30b-a3b-fp8
zerogpu	i0.2 r0.2 o1.5	qwen3.6-35b-a3b
zhipuai	i0.069 r0.034 o0.069	GLM-4-Air	glm-4-air
zhipuai	i1.379 o1.379	GLM-4-AirX	glm-4-airx
zhipuai	i0.69 o0.69	GLM-4-Assistant	glm-4-assistant
zhipuai	i0.014 r0.007 o0.014	GLM-4-FlashX-250414	glm-4-flashx-250414
zhipuai	i0.138 r0.069 o0.138	GLM-4-Long	glm-4-long
zhipuai	i0.69 r0.345 o0.69	GLM-4-Plus	glm-4-plus
zhipuai	i0.11 r0.022 o0.276	GLM-4.5-Air	glm-4.5-air
zhipuai	i0.276 r0.055 o1.103	GLM-4.7	glm-4.7
zhipuai	i0.069 r0.014 o0.414	GLM-4.7-FlashX	glm-4.7-flashx
zhipuai	i0.552 r0.138 o2.483	GLM-5	glm-5
zhipuai	i0.69 r0.166 o3.034	GLM-5-Turbo	glm-5-turbo
zhipuai	i0.828 r0.179 o3.31	GLM-5.1	glm-5.1	GLM-5.1-20260406	glm-5.1-20260406
zhipuai	i1.103 r0.276 o3.862	GLM-5.2	glm-5.2
zhipuai	i1.103 r0.276 o3.862	GLM-5.3	glm-5.3
zhipuai	i0.055 r0.016 o0.193;@2026-09-10 i0.11 r0.032 o0.386	GLM-5.3-Flash	glm-5.3-flash
`;
