/** The file that holds the demo's key, as the server of a laptop tells; null elsewhere. */
export async function readKeyFile(): Promise<string | null> {
  try {
    const response = await fetch("/key-file.json");
    if (!response.ok) return null;
    return ((await response.json()) as { key_file: string | null }).key_file;
  } catch {
    return null;
  }
}
