/** The places of a spec whose text names another resource, and how to read it there. */
import { matches } from '../../basics/json'
import { image } from './images'
import { bucket, fileSystem, logGroup, role, s3files, secret, secretOrParameter } from './named'
import type { Reader } from './resource'

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

/** By kind. */
export const places: Readonly<Record<string, Readonly<Record<string, Reader>>>> = {
  'task-definition': taskDefinition,
}

/** The reader for a place in a kind's spec; undefined where a text names nothing. */
export function readerAt(kind: string, pointer: string): Reader | undefined {
  const readers = Object.hasOwn(places, kind) ? places[kind] : undefined
  const path = Object.keys(readers ?? {}).find((pattern) => matches(pattern, pointer))
  return path === undefined ? undefined : readers?.[path]
}
