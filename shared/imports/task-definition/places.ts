/** The places of a task definition whose text names another resource, and how to read it there. */
import { matches } from '../../basics/json'
import { image } from './images'
import { bucket, fileSystem, logGroup, role, s3files, secret, secretOrParameter } from './named'
import type { Reader } from './resource'

/** Paths as the task definition's relations have them; a test holds the two together. */
export const places: Readonly<Record<string, Reader>> = {
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

/** The reader for a place; undefined where a text names nothing. */
export function readerAt(pointer: string): Reader | undefined {
  const path = Object.keys(places).find((pattern) => matches(pattern, pointer))
  return path === undefined ? undefined : places[path]
}
