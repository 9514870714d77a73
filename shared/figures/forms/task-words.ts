/** What a task definition says, in the few words that a card or a report has room for. */
import type { z } from 'zod'
import { toNumber } from '../../basics/convert'
import type { taskDefinition } from '../../elements/task-definition'
import { type Text, term } from '../../texts/text'

type Spec = z.output<typeof taskDefinition.spec>
export type Container = NonNullable<Spec['containerDefinitions']>[number]
export type Volume = NonNullable<Spec['volumes']>[number]

/** `8080/tcp`, and `80→8080/tcp` where the host has another. */
export function portText(port: NonNullable<Container['portMappings']>[number]): string {
  const { containerPort, containerPortRange, hostPort, protocol = 'tcp' } = port
  const inside = containerPortRange ?? containerPort ?? '?'
  return hostPort && hostPort !== containerPort
    ? `${hostPort}→${inside}/${protocol}`
    : `${inside}/${protocol}`
}

/** CPU units as vCPUs; what is no number (`1 vCPU`, a placeholder) is shown as written. */
export function cpuText(cpu: string | undefined): string | undefined {
  return cpu !== undefined && /^\d+$/.test(cpu) ? `${toNumber((toNumber(cpu) / 1024).toFixed(3))} vCPU` : cpu
}

/** MiB as people read them. */
export function memoryText(memory: string | undefined): string | undefined {
  if (memory === undefined || !/^\d+$/.test(memory)) return memory
  const mebibytes = toNumber(memory)
  return mebibytes < 1024 ? `${mebibytes} MB` : `${toNumber((mebibytes / 1024).toFixed(2))} GB`
}

/** `Linux/ARM64`. */
export function platformText(platform: Spec['runtimePlatform']): string | undefined {
  const family = platform?.operatingSystemFamily
  const system = family?.startsWith('WINDOWS') ? 'Windows' : family === 'LINUX' ? 'Linux' : family
  const architecture = platform?.cpuArchitecture === 'X86_64' ? 'x86' : platform?.cpuArchitecture
  const parts = [system, architecture].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join('/')
}

/** What a volume is, in a word. */
export function volumeKind(volume: Volume): Text {
  if (volume.efsVolumeConfiguration) return 'EFS'
  if (volume.fsxWindowsFileServerVolumeConfiguration) return 'FSx'
  if (volume.s3filesVolumeConfiguration) return 'S3 Files'
  if (volume.dockerVolumeConfiguration) return 'Docker'
  if (volume.configuredAtLaunch) return 'EBS'
  return volume.host?.sourcePath === undefined ? term('bind mount') : term('host')
}
