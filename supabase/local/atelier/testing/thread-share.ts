/**
 * How much of the processor time that this work took was spent on this thread, from 0 to 1. What is left was spent on
 * others, so that this one could answer meanwhile, however slow the machine is.
 */
export async function shareOfThisThread(work: () => Promise<unknown>): Promise<number> {
  const [all, own] = [process.cpuUsage(), process.threadCpuUsage()];
  await work();
  const sum = ({ user, system }: NodeJS.CpuUsage) => user + system;
  return sum(process.threadCpuUsage(own)) / sum(process.cpuUsage(all));
}
