import type { IConfiguration } from 'dependency-cruiser';

export declare const moduleOrder: readonly string[];
declare const architecture: IConfiguration;
export default architecture;
