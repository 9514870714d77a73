import { spec, text } from './fields'
import { defineKind } from './kind'

/** A remark on the drawing; it means nothing to AWS. */
export const note = defineKind({
  kind: 'note',
  label: 'Note',
  summary: 'A remark on the drawing, for the people who read it.',
  category: 'general',
  keywords: ['comment', 'text', 'remark'],
  docs: 'https://aws.amazon.com/architecture/icons/',
  glyph: 'note',
  spec: spec({
    text: text('Text', 'What it says.', { main: true, control: 'multiline' }),
  }),
  defaults: () => ({ text: '' }),
  attributes: {},
  relations: [],
  links: [{ meaning: 'points-at', to: ['*'] }],
})
