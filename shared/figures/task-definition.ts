import type { z } from 'zod'
import { taskDefinition } from '../elements/task-definition'
import { say, term } from '../texts/text'
import { defineFigure, type FigureContext } from './figure'
import { type CardRow, card } from './forms/card'
import {
  type Container,
  cpuText,
  memoryText,
  platformText,
  portText,
  type Volume,
  volumeKind,
} from './forms/task-words'
import type { GlyphName } from './glyphs'

type Spec = z.output<typeof taskDefinition.spec>

export const taskDefinitionFigure = defineFigure({
  kind: taskDefinition,
  draw: (context) => {
    const {
      cpu,
      memory,
      networkMode,
      runtimePlatform,
      containerDefinitions = [],
      volumes = [],
    } = context.spec
    return card(context, {
      facts: [cpuText(cpu), memoryText(memory), networkMode, platformText(runtimePlatform)],
      rows: containerDefinitions.map((container, index) => row(context, container, index)),
      footer:
        volumes.length === 0
          ? undefined
          : {
              pointer: '/volumes',
              glyph: 'volume',
              facts: volumes.map((volume) => volumeText(context, volume)),
            },
      empty: term('No containers'),
    })
  },
})

function row(context: FigureContext<Spec>, container: Container, index: number): CardRow {
  const glyphs: GlyphName[] = []
  if (container.logConfiguration) glyphs.push('logs')
  if ((container.secrets?.length ?? 0) > 0) glyphs.push('secret')
  if (container.healthCheck) glyphs.push('health')
  return {
    pointer: `/containerDefinitions/${index}`,
    name: container.name === undefined ? say`Container ${index + 1}` : context.text(container.name),
    detail: container.image === undefined ? term('no image') : context.text(container.image),
    essential: container.essential !== false,
    chips: (container.portMappings ?? []).map(portText),
    glyphs,
  }
}

function volumeText({ say }: FigureContext<Spec>, volume: Volume): string {
  return `${volume.name ?? say(term('volume'))} (${say(volumeKind(volume))})`
}
