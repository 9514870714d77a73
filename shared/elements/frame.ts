import { spec } from './fields'
import { defineKind } from './kind'

/** A box around elements that belong together for the reader; it means nothing to AWS. */
export const frame = defineKind({
  kind: 'frame',
  label: 'Frame',
  summary: 'A named box around whatever belongs together.',
  category: 'general',
  keywords: ['group', 'box', 'boundary'],
  docs: 'https://aws.amazon.com/architecture/icons/',
  glyph: 'group',
  spec: spec({}),
  defaults: () => ({}),
  attributes: {},
  relations: [],
  frame: true,
  places: ['*'],
})
