  def normalized(self: __torch__.Kernels, pixels: Tensor, means: List[float], deviations: List[float]) -> Tensor:
    if torch.len(means) == 1:
      # Reshaped and not permuted: those strides would pass for channels that come last.
      plane = torch.reshape(pixels, [torch.size(pixels, 0), 1, torch.size(pixels, 1), torch.size(pixels, 2)])
      shift = torch.scalar_tensor(-means[0] / deviations[0], dtype=6)
      y = torch.add(shift, torch.to(plane, 6), alpha=1 / deviations[0])
    else:
      # Bytes are put into their places before they grow to floats.
      x = torch.to(torch.contiguous(torch.permute(pixels, [0, 3, 1, 2])), 6)
      middle = torch.reshape(torch.tensor(means, dtype=6), [-1, 1, 1])
      width = torch.reshape(torch.tensor(deviations, dtype=6), [-1, 1, 1])
      y = torch.div_(torch.sub_(x, middle), width)
    return y
  def convolution(self: __torch__.Kernels, x: Tensor, weight: Tensor, bias: Optional[Tensor], stride: int, type: int) -> Tensor:
    padding = torch.floordiv(torch.size(weight, -1), 2)
    if torch.__isnot__(bias, None):
      shift = annotate(Optional[Tensor], torch.to(unchecked_cast(Tensor, bias), type))
    else:
      shift = annotate(Optional[Tensor], None)
    y = torch.conv2d(torch.to(x, type), torch.to(weight, type), shift, [stride, stride], [padding, padding], [1, 1], 1)
    return torch.to(y, 6)
  def group_norm(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, groups: int, epsilon: float) -> Tensor:
    return torch.group_norm(x, groups, scale, shift, epsilon)
  def group_norm_relu(self: __torch__.Kernels, x: Tensor, scale: Tensor, shift: Tensor, groups: int, epsilon: float) -> Tensor:
    return torch.relu_(torch.group_norm(x, groups, scale, shift, epsilon))
  def relu(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.relu(x)
  def add_relu(self: __torch__.Kernels, x: Tensor, y: Tensor) -> Tensor:
    return torch.relu_(torch.add(x, y))
  def max_pool(self: __torch__.Kernels, x: Tensor, size: int, stride: int) -> Tensor:
    padding = torch.floordiv(torch.sub(size, 1), 2)
    return torch.max_pool2d(x, [size, size], [stride, stride], [padding, padding], [1, 1], False)
  def max_pool_relu(self: __torch__.Kernels, x: Tensor, size: int, stride: int) -> Tensor:
    return torch.relu_((self).max_pool(x, size, stride))
  def mean_pool(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.mean(x, [2, 3])
  def flat(self: __torch__.Kernels, x: Tensor) -> Tensor:
    return torch.flatten(x, 1)
