/** Imports Terraform: configuration text, `terraform show -json` of a plan or a state, and state files. */
import { fail, ok } from '../basics/result'
import { type Collector, note } from './collect/collector'
import { defineImport, type SourceFile } from './format'
import { addElements } from './terraform/elements'
import { finishElements, keepOthers } from './terraform/finish'
import { resourcesInJson } from './terraform/json'
import { ownRules } from './terraform/network-parts'
import { attachParts, isPart } from './terraform/parts'
import { isCommentedOut, isTerraformText, terraformJson } from './terraform/recognise'
import type { OtherBlock, TerraformResource } from './terraform/resource'
import { substituted } from './terraform/substitute'
import { readModule } from './terraform/text'
import { newTokens, type Tokens } from './terraform/tokens'
import { newWork } from './terraform/work'

export const terraformImport = defineImport({
  id: 'terraform',
  title: 'Terraform',
  recognises: (file) => isTerraformText(file) || terraformJson(file) !== undefined,
  read: (collector, files, { parsers }) => {
    const comments = files.filter(isCommentedOut)
    for (const { name } of comments) {
      note(
        collector,
        'dropped',
        'comments',
        { file: name, pointer: '' },
        'Everything in this file is a comment, and not in the design.',
      )
    }
    const texts = files.filter((file) => !comments.includes(file) && terraformJson(file) === undefined)
    const [first] = texts
    if (first && !parsers?.hcl) {
      return fail({
        code: 'no-parser',
        file: first.name,
        pointer: '',
        what: 'The parser for Terraform’s language is not there.',
        mend: 'Import what terraform show -json prints instead.',
      })
    }
    for (const file of files) {
      const json = terraformJson(file)
      if (!json) continue
      const tokens = newTokens()
      take(collector, tokens, resourcesInJson(json, file.name, tokens), [])
    }
    for (const folder of foldersOf(texts)) {
      const tokens = newTokens()
      const module = parsers?.hcl && readModule(folder, parsers.hcl, tokens)
      if (!module) continue
      if (!module.ok) return module
      take(collector, tokens, module.value.resources, module.value.others)
    }
    return ok(undefined)
  },
})

function take(
  collector: Collector,
  tokens: Tokens,
  resources: readonly TerraformResource[],
  others: readonly OtherBlock[],
): void {
  const work = newWork(collector, tokens, substituted(resources, tokens))
  addElements(work)
  const left: TerraformResource[] = []
  attachParts(work, (resource) => left.push(resource))
  ownRules(work)
  const isLeft = (resource: TerraformResource) =>
    !work.elements.has(resource.address) && !work.parts.has(resource.address) && !isPart(resource)
  keepOthers(work, [...work.resources.filter(isLeft), ...left], others)
  finishElements(work)
}

/** Files by their folder: each is a module. */
function foldersOf(files: readonly SourceFile[]): readonly (readonly SourceFile[])[] {
  const folders = new Map<string, SourceFile[]>()
  for (const file of files) {
    const folder = file.name.replace(/[^/\\]*$/, '')
    folders.set(folder, [...(folders.get(folder) ?? []), file])
  }
  return [...folders.values()]
}
