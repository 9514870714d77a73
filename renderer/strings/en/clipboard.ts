/** The clipboard. */
export const clipboard = {
  empty: 'The clipboard is empty.',
  foreign: 'The clipboard holds no Fairlead elements.',
  copied_one: 'Copied one element.',
  copied_other: 'Copied {{count}} elements.',
  pictureCopied: { png: 'Copied as a picture.', svg: 'Copied as SVG.' },
  refused: 'The clipboard can’t be written.',
  refusedHint: 'Export the picture as a file instead.',
  propertiesCopied: 'Copied its settings.',
  noSharedProperties: 'What is selected has none of the copied settings, or has them already.',
  hint: 'Copy elements on the canvas first. Text of a task definition, a Compose file, a Copilot or Kubernetes manifest, CloudFormation or Terraform can be pasted, too.',
} as const
