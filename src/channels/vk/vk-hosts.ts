/** Where the channel may send files to and fetch them from: addresses come from the platform's answers and are checked all the same. */

/** Hosts of VK: the site, the API and the stores of photos and documents. */
const HOSTS: readonly string[] = ['vk.com', 'vk.ru', 'userapi.com', 'vkuser.net', 'vkuserphoto.ru', 'vk-cdn.net'];

/** True for an https address of VK, or for any address of the configured API root (a mirror, or the fake). */
export function isVkAddress(address: string, apiRoot: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin } = new URL(address);
  if (origin === new URL(apiRoot).origin) return true;
  return protocol === 'https:' && HOSTS.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
