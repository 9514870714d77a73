/** What keeps a task definition away from Fargate. */
import { dockerOptionsNotOnFargate, linuxParametersNotOnFargate } from '../../aws/facts/container-members'
import { sizeThatHolds } from '../../aws/facts/fargate-sizes'
import { FARGATE_CAPABILITY } from '../../aws/facts/kernel'
import { takesLogDriver } from '../../aws/facts/log-drivers'
import { valueAt } from '../../basics/json'
import { reservedBy } from '../../graph/reserved'
import { type ContainerSpec, isAbsent, type TaskDefinitionSpec } from '../reading'

const HOST_ONLY = [
  '/privileged',
  '/resourceRequirements',
  '/links',
  ...dockerOptionsNotOnFargate,
  ...linuxParametersNotOnFargate,
]

/** Does it ask for anything that only a machine of one's own has, or for more than Fargate offers? */
export function needsHost(spec: TaskDefinitionSpec): boolean {
  const { cpu = 0, memory = 0 } = reservedBy(spec)
  return (
    [spec.networkMode, spec.pidMode, spec.ipcMode].includes('host') ||
    !isAbsent(spec.placementConstraints) ||
    sizeThatHolds(cpu, memory, 'LINUX') === undefined ||
    (spec.volumes ?? []).some(
      (volume) =>
        !isAbsent(volume.dockerVolumeConfiguration) ||
        !isAbsent(volume.fsxWindowsFileServerVolumeConfiguration) ||
        !isAbsent(volume.host?.sourcePath),
    ) ||
    (spec.containerDefinitions ?? []).some(containerNeedsHost)
  )
}

function containerNeedsHost(container: ContainerSpec): boolean {
  const driver = container.logConfiguration?.logDriver
  return (
    HOST_ONLY.some((pointer) => !isAbsent(valueAt(container, pointer))) ||
    (container.linuxParameters?.capabilities?.add ?? []).some((one) => one !== FARGATE_CAPABILITY) ||
    (driver !== undefined && !takesLogDriver('FARGATE', driver))
  )
}
