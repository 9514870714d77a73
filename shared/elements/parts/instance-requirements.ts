/** `InstanceRequirementsRequest`: which EC2 instance types ECS Managed Instances may pick. */
import { choice, decimal, flag, group, line, list, oneOf, whole } from '../fields'

const whether = ['excluded', 'included', 'required'] as const

const range = (label: string, help: string, unit?: string) =>
  group(label, help, {
    min: whole('Minimum', 'At least this much.', unit === undefined ? {} : { unit }),
    max: whole('Maximum', 'At most this much.', unit === undefined ? {} : { unit }),
  })

const decimalRange = (label: string, help: string, unit: string) =>
  group(label, help, {
    min: decimal('Minimum', 'At least this much.', { unit }),
    max: decimal('Maximum', 'At most this much.', { unit }),
  })

export const instanceRequirements = () =>
  group('Instance requirements', 'What an instance type must offer to be picked.', {
    vCpuCount: range('vCPUs', 'How many.'),
    memoryMiB: range('Memory', 'How much.', 'MiB'),
    memoryGiBPerVCpu: decimalRange('Memory per vCPU', 'How much.', 'GiB'),
    cpuManufacturers: list('CPU manufacturers', 'Whose.', oneOf(['amazon-web-services', 'amd', 'intel'])),
    allowedInstanceTypes: list('Allowed instance types', 'Only these; a star stands for anything.', line),
    excludedInstanceTypes: list('Excluded instance types', 'All but these.', line),
    instanceGenerations: list('Generations', 'Which.', oneOf(['current', 'previous'])),
    bareMetal: choice('Bare metal', 'Instances without a hypervisor.', whether, { default: 'excluded' }),
    burstablePerformance: choice('Burstable', 'Instances with CPU credits.', whether, {
      default: 'excluded',
    }),
    spotMaxPricePercentageOverLowestPrice: whole('Spot price protection', 'Over the lowest price.', {
      unit: '%',
    }),
    maxSpotPriceAsPercentageOfOptimalOnDemandPrice: whole('Spot price limit', 'Of the On-Demand price.', {
      unit: '%',
    }),
    onDemandMaxPricePercentageOverLowestPrice: whole('On-Demand price protection', 'Over the lowest price.', {
      unit: '%',
    }),
    requireHibernateSupport: flag('Hibernation', 'Only types that can hibernate.'),
    networkInterfaceCount: range('Network interfaces', 'How many.'),
    networkBandwidthGbps: decimalRange('Network bandwidth', 'How much.', 'Gbit/s'),
    baselineEbsBandwidthMbps: range('EBS bandwidth', 'How much.', 'Mbit/s'),
    localStorage: choice('Instance store', 'Disks of the host.', whether, { default: 'included' }),
    localStorageTypes: list('Instance store types', 'Which.', oneOf(['hdd', 'ssd'])),
    totalLocalStorageGB: decimalRange('Instance store size', 'How much.', 'GB'),
    acceleratorTypes: list('Accelerator types', 'Which.', oneOf(['gpu', 'fpga', 'inference'])),
    acceleratorCount: range('Accelerators', 'How many.'),
    acceleratorManufacturers: list(
      'Accelerator manufacturers',
      'Whose.',
      oneOf(['amazon-web-services', 'amd', 'habana', 'nvidia', 'xilinx']),
    ),
    acceleratorNames: list('Accelerator names', 'Such as t4 or a10g.', line),
    acceleratorTotalMemoryMiB: range('Accelerator memory', 'How much in all.', 'MiB'),
  })
