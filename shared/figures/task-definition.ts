import type { z } from 'zod'
import { taskDefinition } from '../elements/task-definition'
import { say, type Text, term } from '../texts/text'
import { defineFigure, type FigureContext } from './figure'
import { type CardRow, card } from './forms/card'
import type { GlyphName } from './glyphs'

type Spec = z.output<typeof taskDefinition.spec>
type Container = NonNullable<Spec['containerDefinitions']>[number]
type Volume = NonNullable<Spec['volumes']>[number]

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

function portText(port: NonNullable<Container['portMappings']>[number]): string {
  const { containerPort, containerPortRange, hostPort, protocol = 'tcp' } = port
  const inside = containerPortRange ?? containerPort ?? '?'
  return hostPort && hostPort !== containerPort
    ? `${hostPort}→${inside}/${protocol}`
    : `${inside}/${protocol}`
}

/** CPU units as vCPUs; what is no number (`1 vCPU`, a placeholder) is shown as written. */
function cpuText(cpu: string | undefined): string | undefined {
  return cpu !== undefined && /^\d+$/.test(cpu) ? `${Number((Number(cpu) / 1024).toFixed(3))} vCPU` : cpu
}

function memoryText(memory: string | undefined): string | undefined {
  if (memory === undefined || !/^\d+$/.test(memory)) return memory
  const mebibytes = Number(memory)
  return mebibytes < 1024 ? `${mebibytes} MB` : `${Number((mebibytes / 1024).toFixed(2))} GB`
}

function platformText(platform: Spec['runtimePlatform']): string | undefined {
  const family = platform?.operatingSystemFamily
  const system = family?.startsWith('WINDOWS') ? 'Windows' : family === 'LINUX' ? 'Linux' : family
  const architecture = platform?.cpuArchitecture === 'X86_64' ? 'x86' : platform?.cpuArchitecture
  const parts = [system, architecture].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('/')
}

function volumeText({ say }: FigureContext<Spec>, volume: Volume): string {
  return `${volume.name ?? say(term('volume'))} (${say(volumeKind(volume))})`
}

function volumeKind(volume: Volume): Text {
  if (volume.efsVolumeConfiguration) return 'EFS'
  if (volume.fsxWindowsFileServerVolumeConfiguration) return 'FSx'
  if (volume.s3filesVolumeConfiguration) return 'S3 Files'
  if (volume.dockerVolumeConfiguration) return 'Docker'
  if (volume.configuredAtLaunch) return 'EBS'
  return volume.host?.sourcePath === undefined ? term('bind mount') : term('host')
}
