/**
 * Exports a design as calls of the AWS CLI: one `--cli-input-json` file for each, numbered in the order in which they
 * can be made, and a POSIX script that makes them with nothing but a shell and the AWS CLI.
 */

import { toText } from '../basics/convert'
import type { Deployment } from '../deployment/deployment'
import { deploymentOf } from '../deployment/deployment-of'
import type { Design } from '../design/design'
import { say } from '../texts/text'
import { commandOf } from './aws-cli/calls'
import { withoutFunctions } from './aws-cli/functions'
import { inputFile } from './aws-cli/input-file'
import { withNames } from './aws-cli/names'
import { applyScript, type Step } from './aws-cli/script'
import { environmentName } from './aws-cli/shell'
import { fileNames } from './file-names'
import { defineExport, type ExportFile, type ExportNote } from './format'

const SCRIPT = 'apply.sh'

export const awsCliExport = defineExport({
  id: 'aws-cli',
  title: 'AWS CLI',
  category: 'infrastructure',
  fileNames: 'apply.sh and <number>-<element>-<command>.json',
  export: (design) => {
    const { deployment: asked, numbers } = withoutFunctions(deploymentOf(design))
    const deployment = withNames(asked, design.region)
    if (deployment.resources.length === 0) {
      return { files: [], notes: [...notesOn(deployment, []), NOTHING] }
    }
    const steps = stepsOf(deployment, numbers)
    const files: ExportFile[] = steps.map(({ file, input }) => ({ name: file, content: input.content }))
    files.push({ name: SCRIPT, content: applyScript(deployment, steps, whereabouts(design)) })
    return { files, notes: notesOn(deployment, steps) }
  },
})

const NOTHING: ExportNote = { code: 'nothing', text: 'The design has nothing that a call of AWS makes.' }

function stepsOf(deployment: Deployment, numbers: ReadonlySet<string>): readonly Step[] {
  const nameFor = fileNames()
  const width = Math.max(2, toText(deployment.resources.length).length)
  return deployment.resources.map((resource, index) => {
    const number = toText(index + 1).padStart(width, '0')
    const [, command] = commandOf(resource.type)
    const file = nameFor(`${number}-${resource.id.replaceAll('/', '-')}-${command}`, '.json')
    return { resource, file, input: inputFile(deployment, resource, numbers) }
  })
}

/** A Region or account that is still open is not checked for. */
function whereabouts({ region, account }: Design): { region?: string; account?: string } {
  return {
    ...(region !== undefined && /^[a-z0-9-]+$/.test(region) ? { region } : {}),
    ...(account !== undefined && /^\d{12}$/.test(account) ? { account } : {}),
  }
}

function notesOn(deployment: Deployment, steps: readonly Step[]): readonly ExportNote[] {
  const files = new Map(steps.map(({ resource, file }) => [resource.id, file]))
  const asked = deployment.inputs.map((input): ExportNote => {
    const first = input.usedBy[0]
    const file = first && files.get(first.resource)
    const text = say`Set the environment variable ${environmentName(input)} before you run ${SCRIPT}: ${input.text}`
    return {
      code: 'placeholder',
      text,
      ...(file === undefined ? {} : { file, pointer: first?.pointer ?? '' }),
      ...(input.element === undefined ? {} : { element: input.element }),
    }
  })
  return [...asked, ...deployment.notes.map(({ code, element, text }) => ({ code, element, text }))]
}
