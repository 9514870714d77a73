/** `LinuxParameters`: what a container may do with the kernel. */
import { flag, group, item, line, list, oneOf, text, whole } from '../fields'

export const linuxParameters = () =>
  group(
    'Linux parameters',
    'Kernel capabilities, devices, shared memory and swap.',
    {
      capabilities: group('Capabilities', 'Linux capabilities beside Docker’s default ones.', {
        add: list('Add', 'Capabilities to add; Fargate allows SYS_PTRACE only.', line),
        drop: list('Drop', 'Capabilities to take away.', line),
      }),
      devices: list(
        'Devices',
        'Host devices in the container; not on Fargate.',
        item({
          hostPath: text('Host path', 'Path of the device on the container instance.'),
          containerPath: text('Container path', 'Path of the device in the container.'),
          permissions: list(
            'Permissions',
            'What the container may do with it.',
            oneOf(['read', 'write', 'mknod']),
          ),
        }),
      ),
      initProcessEnabled: flag(
        'Init process',
        'Runs a small init that forwards signals and reaps processes.',
      ),
      sharedMemorySize: whole('Shared memory', 'Size of /dev/shm.', { unit: 'MiB' }),
      tmpfs: list(
        'Tmpfs mounts',
        'File systems in memory.',
        item({
          containerPath: text('Container path', 'Where it is mounted.'),
          size: whole('Size', 'At most this much.', { unit: 'MiB' }),
          mountOptions: list('Mount options', 'Such as ro or noexec.', line),
        }),
      ),
      maxSwap: whole('Maximum swap', 'Swap that the container may use; not on Fargate.', { unit: 'MiB' }),
      swappiness: whole('Swappiness', '0 swaps only when it must, 100 eagerly.', { default: '60' }),
    },
    { group: 'Linux parameters' },
  )
