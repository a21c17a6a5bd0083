// What the official TypeScript SDK makes of the streams that answer its questions, given as a list of texts on standard input;
// the argument is the base address. Its messages, or the kinds of its failures, go as a list of texts to standard output.
import { readFileSync } from 'node:fs';
import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic({ baseURL: process.argv[2], apiKey: 'sk-ant-test-only', maxRetries: 0 });

async function outcome(content) {
  const question = { model: 'claude-opus-5-5', max_tokens: 9, messages: [{ role: 'user', content }] };
  try {
    return JSON.stringify(await client.messages.stream(question).finalMessage());
  } catch (error) {
    return `${error.constructor.name}: ${error.message}`;
  }
}

const outcomes = [];
for (const question of JSON.parse(readFileSync(0, 'utf8'))) {
  outcomes.push(await outcome(question));
}
process.stdout.write(JSON.stringify(outcomes));
