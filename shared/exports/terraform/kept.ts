/** Blocks that an import of Terraform's kept as they were written, since no design holds what they say. */
import { visible } from '../../basics/characters'
import { isObject } from '../../basics/json'
import type { Design } from '../../design/design'

export interface KeptBlock {
  readonly address: string
  readonly text: string
}

/** The blocks that a design keeps. */
export function keptBlocks(design: Design): readonly KeptBlock[] {
  const { terraform } = design
  const kept = isObject(terraform) && Array.isArray(terraform.kept) ? terraform.kept : []
  return kept
    .filter(isObject)
    .flatMap(({ address, text }) =>
      typeof address === 'string' && typeof text === 'string' ? [{ address, text }] : [],
    )
}

/** The blocks as comments: what they name may have another name in the other files. */
export function keptFile(blocks: readonly KeptBlock[]): string {
  return (
    blocks
      .map(({ text }) =>
        text
          .split(/\r\n|[\n\r\u2028\u2029]/)
          .map(comment)
          .join('\n'),
      )
      .join('\n\n') + (blocks.length > 0 ? '\n' : '')
  )
}

function comment(line: string): string {
  return `# ${visible(line)}`.trimEnd()
}
