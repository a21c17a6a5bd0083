// What the official TypeScript SDK makes of streams of events, given as a list of texts on standard input: its message, or the
// kind of its failure, each as a line of a list of texts on standard output.
import { readFileSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';

async function outcome(events) {
  const fetch = async () => new Response(events, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
  const client = new Anthropic({ apiKey: 'sk-ant-test-only', maxRetries: 0, fetch });
  const question = { model: 'claude-opus-5-5', max_tokens: 9, messages: [{ role: 'user', content: 'x' }] };
  try {
    return JSON.stringify(await client.messages.stream(question).finalMessage());
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
}

const streams = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(await Promise.all(streams.map(outcome))));
