/**
 * What a file may be at most, checked before or while it is parsed, so that no file can hang or crash Fairlead. A failure
 * names the limit and what was found.
 */
export const limits = {
  /** Bytes of a design, and of any JSON without a narrower limit. */
  designBytes: 32 * 1024 * 1024,
  /** Bytes of a picture that may carry a design. */
  pictureBytes: 64 * 1024 * 1024,
  taskDefinitionBytes: 2 * 1024 * 1024,
  /** Bytes of any other JSON that is imported, such as a template or Terraform's state. */
  importedJsonBytes: 5 * 1024 * 1024,
  yamlBytes: 1024 * 1024,
  /** Values, keys and items of YAML, each alias counted with all that it stands for. */
  yamlNodes: 100_000,
  /** Places of YAML that repeat another one. */
  yamlAliases: 100,
  /** Objects and lists within one another. */
  jsonDepth: 64,
  elements: 20_000,
  connections: 40_000,
  threads: 10_000,
  /** Pixels of a place or size. Much farther out, a pixel more is the same number. */
  pixels: 10_000_000,
  /** Characters of a design's name, and of an id. */
  nameLength: 255,
  /** Characters of a label of an element or a line. */
  labelLength: 10_000,
  /** Characters of any text. */
  textLength: 65_536,
  /** Containers of one task definition. AWS allows 10; more are a problem in a design, not a reason to refuse a file. */
  containers: 200,
  /** Items of any other list in an imported file. */
  listItems: 5_000,
  /** Files of a folder that is imported. */
  folderFiles: 500,
  /** Remarks of an import that are shown; a window of a hundred thousand lines would not open. */
  remarks: 100,
  /** Milliseconds that reading an imported file may take. */
  parseMs: 2_000,
} as const
