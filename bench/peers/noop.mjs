// The task of piscina's and tinypool's workers: nothing.
export default () => 0;
