import { DRIVERS } from '../../elements/parts/persistent'

const names: Readonly<Record<string, string>> = {
  [DRIVERS.ebs]: 'EBS',
  [DRIVERS.autoEbs]: 'EBS',
  [DRIVERS.efs]: 'EFS',
  [DRIVERS.lustre]: 'FSx for Lustre',
  [DRIVERS.openzfs]: 'FSx for OpenZFS',
  [DRIVERS.s3]: 'S3',
}

/** The service of AWS that a CSI driver is for; another driver by its own name. */
export function driverName(driver: string | undefined): string | undefined {
  return driver !== undefined && Object.hasOwn(names, driver) ? names[driver] : driver
}
