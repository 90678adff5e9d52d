/** `url` names any database of a throw-away server, as superuser; `f` gets the URL of a database that is dropped afterwards. */
export function withFreshDatabase<T>(url: string, f: (url: string) => Promise<T>): Promise<T>;
