/** For how many days CloudWatch Logs can keep what a log group holds; other numbers of days are refused. */
import type { FactSource } from './fact'

export const source: FactSource = {
  url: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html',
  checked: '2026-11-26',
}

export const retentionDays: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
]

/** The log class whose groups keep everything for one day, whatever is asked for. */
export const CLASS_WITHOUT_RETENTION = 'DELIVERY'
