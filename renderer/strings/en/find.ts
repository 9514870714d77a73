/** The find bar on the canvas. */
export const find = {
  title: 'Find in the design',
  placeholder: 'Name, image, port, ARN, variable…',
  count: '{{index}} of {{count}}',
  none: 'No results',
  next: 'Next result',
  previous: 'Previous result',
  close: 'Close find',
  announced: '{{index}} of {{count}}: {{kind}} {{name}}. {{place}}',
  place: '{{field}}: {{value}}',
  field: {
    name: 'name',
    type: 'type',
    id: 'id',
    image: 'image',
    port: 'port',
    arn: 'ARN',
    identifier: 'identifier',
    variable: 'variable',
    description: 'description',
    text: 'text',
  },
} as const
