/** Exports a design as Terraform's configuration: everything in it that AWS makes, ready for `terraform plan`. */

import { quote } from '../basics/quote'
import { deploymentOf } from '../deployment/deployment-of'
import type { Design } from '../design/design'
import { say } from '../texts/text'
import { defineExport, type ExportNote } from './format'
import { oneInstanceNotes } from './one-instance'
import { writeCall } from './terraform/calls'
import { mainFile, outputsFile, variablesFile, versionsFile } from './terraform/files'
import { keptBlocks, keptFile } from './terraform/kept'
import { newWorkbench } from './terraform/made'
import { closedGroups, openEgress } from './terraform/open-egress'
import { askForSecrets } from './terraform/secrets'

export const terraformExport = defineExport({
  id: 'terraform',
  title: 'Terraform',
  category: 'infrastructure',
  fileNames: 'main.tf, variables.tf, outputs.tf, versions.tf',
  export: (design: Design) => {
    const deployment = deploymentOf(design)
    const notes: ExportNote[] = deployment.notes.map(({ code, element, text }) => ({ code, element, text }))
    const bench = newWorkbench((code, element, text) => notes.push({ code, element, text }))
    const closed = closedGroups(deployment)
    for (const call of deployment.resources) {
      writeCall(bench, design, call)
      openEgress(bench, closed, call)
    }
    notes.push(...oneInstanceNotes(design, deployment))
    const secrets = askForSecrets(bench.made)
    const asked = { ...deployment, inputs: [...deployment.inputs, ...secrets] }
    const kept = keptBlocks(design)
    const files = [
      { name: 'main.tf', content: mainFile(bench, asked) },
      { name: 'variables.tf', content: variablesFile(design, asked) },
      { name: 'outputs.tf', content: outputsFile(bench) },
      { name: 'versions.tf', content: versionsFile() },
      { name: 'kept.tf', content: keptFile(kept) },
    ].filter(({ content }) => content !== '')
    notes.push(
      ...asked.inputs.map(({ text, element }) => ({
        code: 'input',
        file: 'variables.tf',
        text,
        ...(element === undefined ? {} : { element }),
      })),
    )
    for (const { address } of kept) {
      const text = say`${quote(address)} was kept as it was written; it stands in kept.tf as a comment, because what it names may be called otherwise now.`
      notes.push({ code: 'kept', file: 'kept.tf', text })
    }
    if (bench.made.length === 0)
      notes.push({ code: 'nothing', text: 'The design has nothing that Terraform could make.' })
    return { files, notes }
  },
})
