/** Task definitions with volumes, for the examples of the rules about them. */
import type { Design, Element, Spec } from '../../design/design'
import { container, drawing, ec2Task, element, fargateTask, service } from '../examples'

/** A Fargate task whose container mounts every volume at `/mnt/<name>`. */
export function fargateWith(volumes: readonly Spec[], spec: Spec = {}): Element {
  return fargateTask({ volumes, containerDefinitions: [mounting(volumes)], ...spec })
}

/** The same for container instances. */
export function ec2With(volumes: readonly Spec[], spec: Spec = {}): Element {
  return ec2Task({ volumes, containerDefinitions: [mounting(volumes, { memory: 512 })], ...spec })
}

/** A container that mounts volumes. */
export function mounting(volumes: readonly Spec[], members: Spec = {}): Spec {
  const points = volumes.map(({ name }) => ({ sourceVolume: name, containerPath: `/mnt/${name}` }))
  return container({ mountPoints: points, ...members })
}

/** The runtime platform of a Windows task. */
export const onWindows = { runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }

/** A volume of the drawn file system `shared`, encrypted in transit. */
export const efsVolume = {
  name: 'data',
  efsVolumeConfiguration: { fileSystemId: '@{shared}', transitEncryption: 'ENABLED' },
}

/** The file system that `efsVolume` is of. */
export const shared = element('efs-file-system', { CreationToken: 'shared', Encrypted: true })

/** A volume that services and tasks describe, and a description that goes with it. */
export const ebsVolume = { name: 'data', configuredAtLaunch: true }
export const ebsDisk = {
  name: 'data',
  managedEBSVolume: { volumeType: 'gp3', sizeInGiB: 20, roleArn: '@{role}' },
}

/** The role of `ebsDisk`. */
export const infrastructureRole = element('iam-role', { RoleName: 'ecsInfrastructureRole' })

/** A task definition `task` for EC2 with `ebsVolume`, and a service `web` that describes it. */
export function withEbs(web: Spec = {}, task: Spec = {}): Design {
  return drawing({
    role: infrastructureRole,
    task: ec2With([ebsVolume], task),
    web: service({ launchType: 'EC2', volumeConfigurations: [ebsDisk], ...web }),
  })
}
