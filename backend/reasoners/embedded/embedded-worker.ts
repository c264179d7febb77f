import { availableParallelism } from 'node:os'
import { basename, dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import {
  AutoModelForCausalLM,
  AutoTokenizer,
  type DynamicCache,
  env,
  InterruptableStoppingCriteria,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
  TextStreamer,
} from '@huggingface/transformers'
import type { FromWorker, ToWorker, WorkerModel } from './worker-messages.ts'

/** A forward pass cannot be stopped: the prompt is read in slices of so many tokens, a quarter of a second each. */
const SLICE = 128
/** Fewest tokens that must be left for an answer. */
const LEAST_ANSWER = 32

const TEMPLATE = {
  add_generation_prompt: true,
  tokenize: true,
  return_tensor: false,
  return_dict: false,
  // Models that can think aloud before they answer would take too long for it here.
  enable_thinking: false,
} as const

const { folder, dtype, contextTokens }: WorkerModel = workerData
env.allowRemoteModels = false
env.allowLocalModels = true
env.localModelPath = dirname(folder)

const stops = new Map<number, InterruptableStoppingCriteria>()
const tell = (message: FromWorker): void => parentPort?.postMessage(message)

const loaded = load()
loaded.then(
  () => tell({ kind: 'ready' }),
  () => process.exit(1),
)
/** One after the other: all share the processor. */
let queue: Promise<unknown> = loaded

parentPort?.on('message', (message: ToWorker) => {
  switch (message.kind) {
    case 'stop':
      stops.get(message.id)?.interrupt()
      break
    case 'close':
      for (const stop of stops.values()) stop.interrupt()
      queue = queue.finally(() => process.exit())
      break
    case 'answer': {
      const stop = new InterruptableStoppingCriteria()
      stops.set(message.id, stop)
      queue = queue
        .then(() => answer(message, stop))
        .catch(() => tell({ kind: 'failed', id: message.id, why: 'broken' }))
        .finally(() => stops.delete(message.id))
      break
    }
  }
})

async function load(): Promise<{ tokenizer: PreTrainedTokenizer; model: PreTrainedModel }> {
  const name = basename(folder)
  const tokenizer = await AutoTokenizer.from_pretrained(name)
  const threads = Math.max(1, availableParallelism() - 1)
  const model = await AutoModelForCausalLM.from_pretrained(name, {
    dtype,
    device: 'cpu',
    session_options: { intraOpNumThreads: threads },
  })
  return { tokenizer, model }
}

type Answer = Extract<ToWorker, { kind: 'answer' }>

async function answer(
  { id, messages, maxTokens }: Answer,
  stop: InterruptableStoppingCriteria,
): Promise<void> {
  if (stop.interrupted) return
  const { tokenizer, model } = await loaded
  const prompt = tokenizer.apply_chat_template(messages, TEMPLATE)
  const left = contextTokens - prompt.length
  if (left < LEAST_ANSWER) {
    tell({ kind: 'failed', id, why: 'too-long' })
    return
  }
  const most = Math.min(maxTokens, left)
  let out = 0
  const streamer = new TextStreamer(tokenizer, {
    skip_prompt: true,
    skip_special_tokens: true,
    callback_function: (text: string) => tell({ kind: 'piece', id, text }),
    token_callback_function: () => {
      out += 1
    },
  })
  let past: DynamicCache | null = null
  for (let end = SLICE; end < prompt.length && !stop.interrupted; end += SLICE) {
    const read = await generate(model, prompt.slice(0, end), past, { max_new_tokens: 1 })
    past = read.past_key_values
    tell({ kind: 'fed', id })
  }
  if (stop.interrupted) return
  const whole = await generate(model, prompt, past, {
    max_new_tokens: most,
    do_sample: false,
    repetition_penalty: 1.1,
    streamer,
    stopping_criteria: stop,
  })
  await whole.past_key_values.dispose()
  if (stop.interrupted) return
  tell({ kind: 'ended', id, reason: out >= most ? 'length' : 'stop', tokens: { in: prompt.length, out } })
}

/** Generates after `ids`; of these only what `past` does not know yet is read. */
async function generate(
  model: PreTrainedModel,
  ids: readonly number[],
  past: DynamicCache | null,
  options: object,
): Promise<{ past_key_values: DynamicCache }> {
  const shape = [1, ids.length]
  const made = await model.generate({
    input_ids: new Tensor('int64', BigInt64Array.from(ids, BigInt), shape),
    attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
    past_key_values: past,
    return_dict_in_generate: true,
    ...options,
  })
  // The types say either of two; with `return_dict_in_generate` it is this one.
  return made as { past_key_values: DynamicCache }
}
