/** The places of a spec whose text names another resource, and how to read it there. */
import { matches } from '../../basics/json'
import { own } from '../../basics/own'
import { ROLE_ANNOTATION } from '../../elements/kubernetes-service-account'
import { annotation } from '../../elements/parts/manifest'
import { PODS } from '../../elements/parts/pod'
import { image } from './images'
import { bucket, fileSystem, logGroup, role, s3files, secret, secretOrParameter } from './named'
import { ecsPlaces } from './places-ecs'
import type { Reader } from './resource'
import { volumeHandle } from './volumes'

/** Paths as the kinds' relations have them; a test holds the two together. */
const taskDefinition: Readonly<Record<string, Reader>> = {
  '/taskRoleArn': role,
  '/executionRoleArn': role,
  '/containerDefinitions/*/image': image,
  '/containerDefinitions/*/secrets/*/valueFrom': secretOrParameter,
  '/containerDefinitions/*/logConfiguration/secretOptions/*/valueFrom': secretOrParameter,
  '/containerDefinitions/*/repositoryCredentials/credentialsParameter': secret,
  '/containerDefinitions/*/environmentFiles/*/value': bucket,
  '/containerDefinitions/*/logConfiguration/options/awslogs-group': logGroup,
  '/volumes/*/efsVolumeConfiguration/fileSystemId': fileSystem('efs-file-system'),
  '/volumes/*/s3filesVolumeConfiguration/fileSystemArn': s3files,
  '/volumes/*/fsxWindowsFileServerVolumeConfiguration/fileSystemId': fileSystem('fsx-windows'),
  '/volumes/*/fsxWindowsFileServerVolumeConfiguration/authorizationConfig/credentialsParameter':
    secretOrParameter,
}

/** Pods name images, wherever a kind of workload keeps its pod. */
const workload: Readonly<Record<string, Reader>> = Object.fromEntries(
  PODS.map((pod) => [`${pod}/containers/*/image`, image]),
)

/** By kind. */
export const places: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  ...ecsPlaces,
  'task-definition': taskDefinition,
  'kubernetes-workload': workload,
  'kubernetes-service-account': { [annotation(ROLE_ANNOTATION)]: role },
  'kubernetes-volume': { '/spec/csi/volumeHandle': volumeHandle },
  'kubernetes-storage-class': { '/parameters/fileSystemId': fileSystem('efs-file-system') },
}

/** The reader for a place in a kind's spec; undefined where a text names nothing. */
export function readerAt(kind: string, pointer: string): Reader | undefined {
  const readers = own(places, kind)
  const path = Object.keys(readers ?? {}).find((pattern) => matches(pattern, pointer))
  return path === undefined ? undefined : readers?.[path]
}
