# bottleneck
