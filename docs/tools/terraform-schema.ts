/**
 * Writes `shared/aws/terraform/schema.json`: the arguments of those resources of Terraform's AWS provider that designs
 * know, taken from the provider's own schema as HashiCorp published it for CDKTF. Run it by hand for a new provider:
 *
 *     npm pack @cdktf/provider-aws@VERSION && tar xzf cdktf-provider-aws-VERSION.tgz
 *     npx tsx docs/tools/terraform-schema.ts package
 *
 * The package has 400 MB, so it is no dependency; what is taken from it has some 50 kB.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { resourceTypes } from '../../shared/aws/terraform/resource-types'

/** One letter for what an argument takes: `s` text, `n` number, `b` boolean; with `l`, a list of it, with `m`, a map. */
type Simple = string
interface Nested {
  /** `1`: one block. `*`: any number of blocks. `a`: an attribute that holds objects. */
  $: '1' | '*' | 'a' | '1a'
  [argument: string]: Simple | Nested
}

const LETTERS: Readonly<Record<string, string>> = { string: 's', number: 'n', boolean: 'b', any: 's' }
/** Deeper than any argument that a design can hold; statements of web ACLs hold themselves. */
const DEEPEST = 7

const folder = process.argv[2]
if (folder === undefined) throw new Error('Which folder holds the unpacked package?')

const schema: Record<string, Nested> = {}
const origin = /* the provider's version */ /providers\/hashicorp\/aws\/([\d.]+)/.exec(
  source('ecs-service').types,
)?.[1]
for (const type of resourceTypes) {
  const { code } = source(type.replace(/^aws_/, '').replaceAll('_', '-'))
  const at = code.indexOf('synthesizeHclAttributes() {')
  schema[type] = { $: '1', ...fields(code, code.slice(at, code.indexOf('// remove undefined', at)), 0) }
}
const lines = Object.entries(schema).map(
  ([type, nested]) => `  ${JSON.stringify(type)}: ${JSON.stringify(nested)}`,
)
writeFileSync(
  new URL('../../shared/aws/terraform/schema.json', import.meta.url),
  `{\n  "provider": ${JSON.stringify(origin)},\n  "resources": {\n${lines.map((line) => `  ${line}`).join(',\n')}\n  }\n}\n`,
)

function source(name: string): { code: string; types: string } {
  const read = (file: string) => readFileSync(join(folder as string, 'lib', name, file), 'utf8')
  return { code: read('index.js'), types: read('index.d.ts') }
}

function fields(code: string, text: string, depth: number): Record<string, Simple | Nested> {
  const found: Record<string, Simple | Nested> = {}
  const each =
    /^ {8,12}(\w+): \{\s*value: ([\s\S]*?),\s*isBlock: (true|false),\s*type: "(\w+)",\s*storageClassType: "(\w+)",/gm
  for (const [, name = '', value = '', isBlock, type, storage = ''] of text.matchAll(each)) {
    const simple = /^(string|number|boolean|any)(List|Map)?(List)?$/.exec(storage)
    if (simple) {
      const shape =
        simple[2] === 'List' || type === 'set' || type === 'list' ? 'l' : simple[2] === 'Map' ? 'm' : ''
      found[name] = `${LETTERS[simple[1] ?? ''] ?? 's'}${shape}`
      continue
    }
    const mapper = /(\w+)ToHclTerraform[,()]/.exec(value.replace('cdktf.', ''))?.[1]
    if (mapper === undefined || depth >= DEEPEST) continue
    const start = code.indexOf(`function ${mapper}ToHclTerraform(struct`)
    const body = code.slice(start, code.indexOf('// remove undefined', start))
    const many = value.includes('listMapperHcl') ? '*' : '1'
    const kind = isBlock === 'true' ? many : many === '1' ? '1a' : 'a'
    found[name] = { $: kind, ...fields(code, body, depth + 1) }
  }
  return found
}
