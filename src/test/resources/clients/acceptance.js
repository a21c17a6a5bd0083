// One act of a program that uses the official TypeScript SDK. Arguments: act, base address; the user's text and the output
// of the tool come as JSON on standard input, what the program saw goes as JSON to standard output.
import { readFileSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';

const [act, baseURL] = process.argv.slice(2);
const { conversation, text, toolOutput, name } = JSON.parse(readFileSync(0, 'utf8'));
const client = new Anthropic({ baseURL, apiKey: 'sk-ant-test-only', maxRetries: act === 'RETRIED' ? 2 : 0 });
const tools = [{
  name: 'aws_cli',
  description: 'Runs a command of the AWS CLI',
  input_schema: { type: 'object', properties: { command: { type: 'string' } } },
}];

const question = (content, more = {}) => ({
  model: 'claude-opus-5-5',
  max_tokens: 1024,
  metadata: { user_id: conversation },
  messages: [{ role: 'user', content }],
  ...more,
});
const said = (message) => message.content.filter((block) => block.type === 'text').map((block) => block.text).join('');
const plain = (body) => client.messages.create(body);
const streamed = (body) => client.messages.stream(body).finalMessage();

async function toolLoop(ask) {
  const body = question(text, { tools });
  const first = await ask(body);
  const uses = first.content.filter((block) => block.type === 'tool_use');
  body.messages.push({ role: 'assistant', content: first.content });
  body.messages.push({
    role: 'user',
    content: uses.map((use) => ({ type: 'tool_result', tool_use_id: use.id, content: toolOutput })),
  });
  return { inputs: uses.map((use) => use.input.command), texts: [said(await ask(body))] };
}

async function batch() {
  const params = question(text);
  let made = await client.messages.batches.create({ requests: [{ custom_id: name, params }] });
  while (made.processing_status !== 'ended') {
    made = await client.messages.batches.retrieve(made.id);
  }
  const texts = [];
  for await (const line of await client.messages.batches.results(made.id)) {
    texts.push(line.custom_id, said(line.result.message));
  }
  return { texts: [...texts, made.results_url] };
}

async function file() {
  const made = await client.files.upload({ file: new File([text], name + '.txt', { type: 'text/plain' }) });
  const known = await client.files.retrieveMetadata(made.id);
  const content = await (await client.files.download(made.id)).text();
  const answer = await plain(question([
    { type: 'document', source: { type: 'file', file_id: made.id } },
    { type: 'text', text },
  ]));
  return { texts: [known.filename, content, said(answer)] };
}

async function abort() {
  const stream = client.messages.stream(question(text));
  stream.on('text', () => stream.abort());
  return { texts: [said(await stream.finalMessage())] };
}

const acts = {
  PLAIN: async () => ({ texts: [said(await plain(question(text)))] }),
  STREAMED: async () => ({ texts: [said(await streamed(question(text)))] }),
  TOOLS: () => toolLoop(plain),
  TOOLS_STREAMED: () => toolLoop(streamed),
  COUNT: async () => {
    const { max_tokens, metadata, ...body } = question(text);
    return { texts: [String((await client.messages.countTokens(body)).input_tokens > 1)] };
  },
  BATCH: batch,
  FILE: file,
  ABORT: abort,
  LARGE: async () => ({ texts: [said(await plain(question(Array(30).fill({ type: 'text', text }))))] }),
  IMAGE: () => plain(question([
    { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw0KGgo=' } },
    { type: 'text', text },
  ])),
  URL: () => plain(question([
    { type: 'document', source: { type: 'url', url: 'https://example.com/notes.pdf' } },
    { type: 'text', text },
  ])),
};
acts.RETRIED = acts.PLAIN;

try {
  process.stdout.write(JSON.stringify(await acts[act]()));
} catch (error) {
  process.stdout.write(JSON.stringify({ status: error.status ?? 0, message: error.message }));
}
