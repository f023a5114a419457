/** The package describes its other build only, which loads clients for Redis. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
