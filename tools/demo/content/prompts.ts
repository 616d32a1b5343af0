export const PROMPT_NAME = 'shop-assistant';

interface DemoPrompt {
  readonly template: string;
  readonly commitMessage: string;
  readonly model: string;
  readonly temperature: number;
}

/** Two versions of one prompt; the second answers better, shorter and with a cheaper model. */
export const PROMPTS: Readonly<Record<1 | 2, DemoPrompt>> = {
  1: {
    template: `You are the friendly assistant of Trailshop, a shop for outdoor gear.
Answer the question of the customer. Be polite and detailed.

Articles:
{{articles}}

Question: {{question}}`,
    commitMessage: 'First version',
    model: 'gpt-4.1',
    temperature: 0.7,
  },
  2: {
    template: `You are the assistant of Trailshop, a shop for outdoor gear.
Answer from the articles alone, in three sentences at most, and name the article in square brackets.
If the articles do not say it, say so and offer a colleague.

Articles:
{{articles}}

Question: {{question}}`,
    commitMessage:
      'Answers from the articles alone, short, with its source; a smaller model is enough for that',
    model: 'gpt-4.1-mini',
    temperature: 0.2,
  },
};
