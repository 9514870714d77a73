/** `Volume`: storage of a task that its containers mount. */
import { choice, flag, group, item, map, text, whole } from '../fields'

const efs = () =>
  group('EFS volume', 'An EFS file system, shared by all tasks.', {
    fileSystemId: text('File system ID', 'Which file system.', { control: 'reference' }),
    rootDirectory: text('Root directory', 'Folder of the file system; left out with an access point.', {
      default: '/',
    }),
    transitEncryption: choice(
      'Transit encryption',
      'Needed for IAM authorization and access points.',
      ['ENABLED', 'DISABLED'],
      { default: 'DISABLED' },
    ),
    transitEncryptionPort: whole('Transit encryption port', 'Chosen by the mount helper when left out.'),
    authorizationConfig: group('Authorization', 'Access point and IAM.', {
      accessPointId: text('Access point ID', 'Enforces a user and a root directory.'),
      iam: choice('IAM authorization', 'Uses the task role to mount.', ['ENABLED', 'DISABLED'], {
        default: 'DISABLED',
      }),
    }),
  })

const fsxWindows = () =>
  group('FSx for Windows File Server volume', 'A Windows file share; Windows tasks on EC2 only.', {
    fileSystemId: text('File system ID', 'Which file system.', { control: 'reference' }),
    rootDirectory: text('Root directory', 'Folder of the share.'),
    authorizationConfig: group('Authorization', 'Active Directory account that mounts the share.', {
      credentialsParameter: text(
        'Credentials',
        'ARN of the secret or parameter with user name and password.',
        {
          control: 'reference',
        },
      ),
      domain: text('Domain', 'Fully qualified domain name of the directory.'),
    }),
  })

/** `Volume`. */
export const volume = item({
  name: text('Name', 'What mount points refer to.', { main: true }),
  host: group('Bind mount', 'A folder of the host, or scratch space when no path is given.', {
    sourcePath: text('Source path', 'Folder on the container instance; not on Fargate.'),
  }),
  efsVolumeConfiguration: efs(),
  fsxWindowsFileServerVolumeConfiguration: fsxWindows(),
  s3filesVolumeConfiguration: group('S3 Files volume', 'An S3 bucket as a file system.', {
    fileSystemArn: text('File system ARN', 'Which S3 file system.', { control: 'reference' }),
    rootDirectory: text('Root directory', 'Folder of the file system.', { default: '/' }),
    transitEncryptionPort: whole('Transit encryption port', 'Chosen by the mount helper when left out.'),
    accessPointArn: text('Access point ARN', 'Enforces a user and a root directory.'),
  }),
  dockerVolumeConfiguration: group('Docker volume', 'A volume of a Docker volume driver; not on Fargate.', {
    scope: choice('Scope', 'Whether it outlives the task.', ['task', 'shared'], { default: 'task' }),
    autoprovision: flag('Autoprovision', 'Makes a shared volume that does not exist yet.'),
    driver: text('Driver', 'Name of the volume driver.', { default: 'local' }),
    driverOpts: map('Driver options', 'Passed to the driver.'),
    labels: map('Labels', 'Metadata of the volume.'),
  }),
  configuredAtLaunch: flag('Configure at launch', 'The service or task says which EBS volume this is.'),
})
